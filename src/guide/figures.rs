//! How long the ways from each symptom to a remedy are: the measure of a guide's order.

use super::{
    Entry, Guide, Id, Node,
    forecast::{bottom_up, shares},
};

/// The ways of one way in to the first remedy, each weighted by how likely it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WayFigures {
    /// Share of the ways (0 to 1) that take so many questions, by their number.
    pub shares: Vec<f64>,
    /// Questions of the longest way, however unlikely.
    pub longest: usize,
    /// Expected minutes until the remedy is reached.
    pub minutes: f64,
    /// Expected minutes of the remedy that is reached.
    pub remedy_minutes: f64,
}

impl WayFigures {
    /// Expected number of questions.
    pub fn mean(&self) -> f64 {
        self.shares.iter().enumerate().map(|(count, share)| count as f64 * share).sum()
    }

    /// The number of questions that half of all ways do not exceed.
    pub fn median(&self) -> usize {
        let mut sum = 0.0;
        let half = |share: &f64| {
            sum += share;
            // What rounding takes away must not push the median on.
            sum >= 0.5 - 1e-9
        };
        self.shares.iter().position(half).unwrap_or(0)
    }

    /// Adds a share of other ways.
    fn add(&mut self, other: &Self, share: f64) {
        if self.shares.len() < other.shares.len() {
            self.shares.resize(other.shares.len(), 0.0);
        }
        for (own, more) in self.shares.iter_mut().zip(&other.shares) {
            *own += share * more;
        }
        self.minutes += share * other.minutes;
        self.remedy_minutes += share * other.remedy_minutes;
        self.longest = self.longest.max(other.longest);
    }
}

/// The figures of a whole guide.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// Each symptom with its figures, in the order of the guide.
    pub symptoms: Vec<(Id, WayFigures)>,
    /// All symptoms together, each weighted by how often people start there.
    pub all: WayFigures,
    /// "Check everything", where the guide has it.
    pub check_everything: Option<WayFigures>,
}

impl Guide {
    /// How long its ways are. Takes time in proportion to the number of links times the longest
    /// way, so it is worked out when it is asked for.
    pub fn figures(&self) -> Figures {
        let mut known = vec![WayFigures::default(); self.nodes.len()];
        for at in bottom_up(self) {
            known[at] = self.figures_of(at, &known);
        }
        let of = |entry: &Entry| {
            let at = self.way_in(entry).and_then(|target| self.index.get(&target.id));
            at.map(|&at| known[at].clone())
        };
        let mut figures =
            Figures { check_everything: of(&Entry::CheckEverything), ..<_>::default() };
        let total: f64 = self.symptoms.iter().map(|symptom| symptom.likelihood.0).sum();
        for symptom in &self.symptoms {
            let own = of(&Entry::Symptom(symptom.id.clone())).unwrap_or_default();
            figures.all.add(&own, symptom.likelihood.0 / total);
            figures.symptoms.push((symptom.id.clone(), own));
        }
        figures
    }

    /// The share (0 to 1) of those at a question who go the likeliest way; 0 where there is no such
    /// question.
    pub fn likeliest_share(&self, question: &str) -> f64 {
        let Some(&at) = self.index.get(question) else { return 0.0 };
        shares(self, at).into_iter().map(|(_, share)| share).fold(0.0, f64::max)
    }

    fn figures_of(&self, at: usize, known: &[WayFigures]) -> WayFigures {
        let question = match &self.nodes[at] {
            Node::Question(question) => question,
            Node::Remedy(remedy) => {
                let (shares, remedy_minutes) = (vec![1.0], remedy.minutes);
                return WayFigures { shares, remedy_minutes, ..WayFigures::default() };
            }
        };
        let mut sum = WayFigures::default();
        for (to, share) in shares(self, at) {
            sum.add(&known[to], share);
            sum.minutes += share * self.way_to(question, to);
        }
        sum.shares.insert(0, 0.0);
        sum.longest += 1;
        sum.minutes += question.minutes;
        sum
    }
}
