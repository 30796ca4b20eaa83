//! What the sessions of a shop propose: counts, likelihoods, orders.

use super::{chain, line, percent};
use crate::{
    guide::{
        Guide, Id,
        order::{Counts, Learnt, MOST_LOSS, OrderReport, PRIOR_SESSIONS},
    },
    table::{Align, Table},
    texts::Texts,
    tr,
};
use serde::Serialize;

/// From how far a share has moved on another likelihood is proposed: less is noise.
const MOVED: f64 = 0.10;

/// What was counted and what follows from it.
#[derive(Debug, Serialize)]
pub(crate) struct History {
    /// As how many sessions the author's labels count.
    pub(crate) prior_sessions: f64,
    /// What was counted.
    pub(crate) counts: Counts,
    /// What it says to each question.
    pub(crate) questions: Vec<Learnt>,
    /// The order with these likelihoods in place of the labels.
    pub(crate) order: OrderReport,
}

impl History {
    pub(crate) fn new(guide: &Guide, counts: Counts) -> Self {
        let questions = guide.learn(&counts);
        let order = guide.with_learnt(&counts, &questions).order();
        Self { prior_sessions: PRIOR_SESSIONS, counts, questions, order }
    }

    /// As people read it.
    pub(crate) fn text(&self, guide: &Guide, texts: &Texts, width: Option<usize>) -> String {
        let mut out = String::new();
        let (sessions, prior) = (self.counts.sessions, PRIOR_SESSIONS as u64);
        line(&mut out, &tr!(texts, "order-history", count = sessions, prior = prior), width);
        if sessions > 0 {
            out += "\n";
            out += &self.symptoms(guide, texts, width);
            out += "\n";
            self.likelihoods(&mut out, texts, width);
            out += "\n";
            self.orders(&mut out, guide, texts, width);
            out += "\n";
            line(&mut out, &tr!(texts, "order-history-edit"), width);
        }
        out
    }

    /// What was counted of each symptom.
    fn symptoms(&self, guide: &Guide, texts: &Texts, width: Option<usize>) -> String {
        let lang = guide.lang(texts);
        let mut table = Table::new(vec![
            (tr!(texts, "order-begins"), Align::Cut),
            (tr!(texts, "order-sessions"), Align::Right),
            (tr!(texts, "order-solved-by"), Align::Cut),
        ]);
        for (id, own) in &self.counts.symptoms {
            let name = guide.symptom(id).map_or(id.as_str(), |own| own.say.get(lang));
            let mut solved: Vec<_> = own.solved.iter().collect();
            solved.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
            let solved: Vec<_> = solved.iter().map(|(id, count)| format!("{id} {count}")).collect();
            table.row(&[name.to_owned(), own.sessions.to_string(), solved.join(", ")]);
        }
        table.text(width)
    }

    /// Likelihoods that the sessions move far enough.
    fn likelihoods(&self, out: &mut String, texts: &Texts, width: Option<usize>) {
        let moved: Vec<&Learnt> =
            self.questions.iter().filter(|own| own.moved() >= MOVED).collect();
        if moved.is_empty() {
            line(out, &tr!(texts, "order-history-likely-same"), width);
            return;
        }
        line(out, &tr!(texts, "order-history-likely"), width);
        let mut table = Table::new(vec![
            (tr!(texts, "order-question"), Align::Left),
            (tr!(texts, "order-answer"), Align::Cut),
            (tr!(texts, "order-label"), Align::Right),
            (tr!(texts, "order-counted"), Align::Right),
            (tr!(texts, "order-now"), Align::Right),
            ("likelihood".to_owned(), Align::Right),
        ]);
        for own in moved {
            for answer in &own.answers {
                table.row(&[
                    own.question.to_string(),
                    Id::list(&answer.ids, ", "),
                    percent(answer.label),
                    format!("{}/{}", answer.counted, own.counted),
                    percent(answer.share),
                    format!("{:.1}", answer.weight),
                ]);
            }
        }
        *out += &table.text(width);
    }

    /// Orders that now cost more than they need.
    fn orders(&self, out: &mut String, guide: &Guide, texts: &Texts, width: Option<usize>) {
        let lang = guide.lang(texts);
        let costly: Vec<_> =
            self.order.chains.iter().filter(|own| own.lost_share > MOST_LOSS).collect();
        let checklist = self.order.checklist.iter().filter(|own| own.lost_share > MOST_LOSS);
        let title =
            |id: &Id| guide.step(id).map_or(id.as_str(), |own| own.title.get(lang)).to_owned();
        let lists: Vec<String> = checklist
            .map(|own| chain(own, title, texts, width))
            .chain(costly.into_iter().map(|own| chain(own, Id::to_string, texts, width)))
            .collect();
        let said = if lists.is_empty() {
            tr!(texts, "order-history-order-same")
        } else {
            tr!(texts, "order-history-order")
        };
        line(out, &said, width);
        out.extend(lists);
    }
}
