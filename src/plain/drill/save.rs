//! The debrief as a file.

use super::Talk;
use crate::{clean, drill_words, drilling::Drilling, plain::Shell, save, tr, wording::saved_as};

impl Talk {
    /// Saves the debrief as a web page.
    pub(super) fn save(&mut self, line: &str, shell: &mut impl Shell) {
        let drill = self.drilling.as_ref().map(Drilling::drill);
        let trainee = self.trainee.as_ref();
        let page = drill.and_then(|own| drill_words::page(&self.texts, own, trainee, &self.zone));
        let Some(page) = page else {
            return self.page.line(tr!(self.texts, "drill-not-now"));
        };
        let name = line.trim().chars().skip(1).collect::<String>();
        let name = name.trim();
        if !name.to_lowercase().ends_with(".html") {
            return self.page.line(tr!(self.texts, "drill-plain-need-file"));
        }
        let (path, masked) = save::without_card_data(name);
        let said = match shell.save(&path, &page, false) {
            Ok(path) => {
                let saved = tr!(self.texts, "drill-saved", path = save::shown(&path));
                saved_as(&self.texts, saved, &masked)
            }
            Err(error) => clean::line(&error.message(&self.texts), usize::MAX),
        };
        self.page.line(said);
    }
}
