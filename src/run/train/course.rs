//! Courses: what is in one, how far somebody is, certificates.

use super::{PROGRAM, admit, desk, reader, refuse, trainee_name, training_guide};
use crate::{
    cli::{Options, TrainCourse},
    drill_words,
    guide::{BUILTIN_ID, Guide, Id},
    json::pretty,
    run::{Exit, Own, color, complain, print::deliver},
    store::{AttemptFilter, Store, StoreError},
    table::{Align, Table},
    texts::Texts,
    tr,
    training::{BUILTIN_COURSE, Counts, Course, Progress, Standing, Station, Trainee, certificate},
};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Map, Value, json};
use std::io::{self, IsTerminal, Write};

/// Shows a course, or how far somebody is in it.
pub(super) fn course(
    asked: &TrainCourse,
    options: &Options,
    texts: &Texts,
    own: &Own,
) -> Result<Exit, Exit> {
    let desk = desk(options, texts)?;
    let store = reader(&desk)?;
    if asked.all || asked.trainee.is_some() {
        admit(&store, texts)?;
    }
    let guide = training_guide(options, texts)?;
    let (course, wrong) = load(asked, &guide, (options, texts, own))?;
    let room = Room { course: &course, guide: &guide, texts, zone: &desk.zone, width: desk.width };
    let told = match &asked.trainee {
        Some(name) => one(name, asked, &room, &store)?,
        None if asked.all => all(asked, &room, &store)?,
        None if asked.json => pretty(&room.course_json()),
        None => room.outline(),
    };
    let file = &asked.file;
    match deliver(&told, file.output.as_deref(), file.force, texts) {
        Exit::Fine if wrong => Ok(Exit::Findings),
        exit => Ok(exit),
    }
}

/// How far one trainee is, or the certificate.
fn one(name: &str, asked: &TrainCourse, room: &Room<'_>, store: &Store) -> Result<String, Exit> {
    let texts = room.texts;
    let name = trainee_name(name, texts)?;
    let failed = |error: StoreError| refuse(&error.into(), texts);
    let Some(trainee) = store.find_trainee(&name).map_err(failed)? else {
        complain(&tr!(texts, "report-no-trainee", name = name.as_str()));
        return Err(Exit::Findings);
    };
    let progress = room.progress(store, &trainee).map_err(failed)?;
    match (asked.certificate, asked.json) {
        (true, _) => room.certificate(&trainee, &progress),
        (_, true) => Ok(pretty(&room.json(&trainee, &progress))),
        _ => Ok(room.told(&trainee, &progress)),
    }
}

/// How far everybody is.
fn all(asked: &TrainCourse, room: &Room<'_>, store: &Store) -> Result<String, Exit> {
    let read = || -> Result<Vec<(Trainee, Progress)>, StoreError> {
        let heads = store.trainees()?.into_iter();
        heads.map(|own| Ok((own.trainee.clone(), room.progress(store, &own.trainee)?))).collect()
    };
    let all = read().map_err(|error| refuse(&error.into(), room.texts))?;
    if asked.json {
        return Ok(pretty(
            &all.iter().map(|(own, progress)| room.json(own, progress)).collect::<Value>(),
        ));
    }
    Ok(room.everybody(&all))
}

/// The course that was asked for, without what the guide has not, and whether something is wrong with
/// its file. What is wrong is told.
fn load(
    asked: &TrainCourse,
    guide: &Guide,
    (options, texts, own): (&Options, &Texts, &Own),
) -> Result<(Course, bool), Exit> {
    let (course, wrong) = match own.dir.course(asked.course.as_deref()) {
        Some(mut loaded) => {
            loaded.look_closer(|course| course.unknown(guide));
            let report = loaded.report(texts, io::stderr().is_terminal() && color(options));
            let _ = io::stderr().write_all(report.as_bytes());
            if loaded.is_unread() {
                return Err(Exit::Environment);
            }
            (loaded.value, !report.is_empty())
        }
        // A test sees to it that it has no findings.
        None if guide.id == BUILTIN_ID => (Course::read(BUILTIN_COURSE).0, false),
        None => {
            complain(&tr!(texts, "course-none"));
            return Err(Exit::Findings);
        }
    };
    let course = course.known(guide);
    if course.scenarios.is_empty() {
        complain(&tr!(texts, "course-empty"));
        return Err(Exit::Findings);
    }
    Ok((course, wrong))
}

/// A course and all that it is told with.
struct Room<'r> {
    course: &'r Course,
    guide: &'r Guide,
    texts: &'r Texts,
    zone: &'r TimeZone,
    width: Option<usize>,
}

impl Room<'_> {
    fn progress(&self, store: &Store, trainee: &Trainee) -> Result<Progress, StoreError> {
        let filter = AttemptFilter { trainee: Some(trainee.id), ..AttemptFilter::default() };
        let attempts = store.attempts(&filter)?;
        Ok(Progress::new(self.course, &self.guide.id, attempts.iter().map(|own| &own.marked)))
    }

    fn title(&self, scenario: &Id) -> String {
        let lang = self.guide.lang(self.texts);
        self.guide.scenario_title(scenario, lang).to_owned()
    }

    fn day(&self, at: Timestamp) -> String {
        self.zone.to_datetime(at).date().to_string()
    }

    /// What passes, in lines.
    fn rules(&self) -> String {
        let (course, texts) = (self.course, self.texts);
        let lines = [
            course.title.get(texts).to_owned(),
            tr!(texts, "course-scenarios", count = course.scenarios.len()),
            tr!(texts, "course-pass-mark", mark = format!("{:.0}", course.pass_mark)),
            match course.retries {
                Some(count) => tr!(texts, "course-runs", count = count.saturating_add(1)),
                None => tr!(texts, "course-runs-any"),
            },
            match course.counts {
                Counts::Exam => tr!(texts, "course-counts-exam"),
                Counts::All => tr!(texts, "course-counts-all"),
            },
        ];
        lines.join("\n") + "\n"
    }

    /// The course itself.
    fn outline(&self) -> String {
        let texts = self.texts;
        let mut table = Table::new(vec![
            (tr!(texts, "course-number"), Align::Right),
            (tr!(texts, "report-scenario"), Align::Cut),
            (tr!(texts, "train-list-difficulty"), Align::Left),
            (tr!(texts, "train-list-id"), Align::Left),
        ]);
        for (at, own) in self.course.scenarios.iter().enumerate() {
            let known = self.guide.scenario(&own.id);
            let hard =
                known.map(|own| drill_words::difficulty(texts, own.difficulty)).unwrap_or_default();
            table.row(&[(at + 1).to_string(), self.title(&own.id), hard, own.id.to_string()]);
        }
        self.rules() + &table.text(self.width)
    }

    /// How far one trainee is.
    fn told(&self, trainee: &Trainee, progress: &Progress) -> String {
        let texts = self.texts;
        let mut table = Table::new(vec![
            (tr!(texts, "course-number"), Align::Right),
            (tr!(texts, "report-scenario"), Align::Cut),
            (tr!(texts, "course-standing"), Align::Left),
            (tr!(texts, "course-tries"), Align::Right),
            (tr!(texts, "course-best"), Align::Right),
        ]);
        for (at, own) in progress.stations.iter().enumerate() {
            table.row(&[
                (at + 1).to_string(),
                self.title(&own.scenario),
                drill_words::standing(texts, own.standing, self.zone),
                own.tries.to_string(),
                own.best.map_or_else(|| "-".to_owned(), |best| format!("{best:.0}")),
            ]);
        }
        let name = trainee.name.as_str();
        let (passed, all) = (progress.passed(), progress.stations.len());
        let mut lines =
            vec![tr!(texts, "course-progress", name = name, passed = passed, all = all)];
        if let Some(at) = progress.completed() {
            lines.push(tr!(texts, "course-completed", day = self.day(at), name = name));
        } else if let Some(next) = progress.next() {
            let title = self.title(next);
            lines.push(tr!(texts, "course-next", title = title, id = next.as_str(), name = name));
        }
        self.rules() + &table.text(self.width) + &lines.join("\n") + "\n"
    }

    /// How far all trainees are.
    fn everybody(&self, all: &[(Trainee, Progress)]) -> String {
        let texts = self.texts;
        let mut table = Table::new(vec![
            (tr!(texts, "report-trainee"), Align::Cut),
            (tr!(texts, "report-passed"), Align::Right),
            (tr!(texts, "course-tries"), Align::Right),
            (tr!(texts, "course-finished"), Align::Left),
        ]);
        for (trainee, progress) in all {
            let tries: usize = progress.stations.iter().map(|own| own.tries).sum();
            table.row(&[
                trainee.name.to_string(),
                format!("{}/{}", progress.passed(), progress.stations.len()),
                tries.to_string(),
                progress.completed().map_or_else(|| "-".to_owned(), |at| self.day(at)),
            ]);
        }
        self.rules() + &table.text(self.width)
    }

    fn certificate(&self, trainee: &Trainee, progress: &Progress) -> Result<String, Exit> {
        let told = (self.guide, self.texts);
        let page = certificate(self.course, progress, &trainee.name, told, self.zone, PROGRAM);
        page.ok_or_else(|| {
            let (name, all) = (trainee.name.as_str(), progress.stations.len());
            let passed = progress.passed();
            let told =
                tr!(self.texts, "course-not-completed", name = name, passed = passed, all = all);
            complain(&told);
            Exit::Findings
        })
    }

    fn course_json(&self) -> Value {
        let titles = self.course.title.versions();
        let titles: Map<_, _> = titles.map(|(tag, text)| (tag.to_owned(), json!(text))).collect();
        json!({
            "title": titles,
            "pass_mark": self.course.pass_mark,
            "retries": self.course.retries,
            "counts": self.course.counts.name(),
            "scenarios": self.course.scenarios.iter().map(|own| &own.id).collect::<Vec<_>>(),
        })
    }

    fn json(&self, trainee: &Trainee, progress: &Progress) -> Value {
        let station = |own: &Station| {
            let (standing, left, at) = match own.standing {
                Standing::Open(left) => ("open", left, None),
                Standing::Spent => ("spent", Some(0), None),
                Standing::Passed(at) => ("passed", None, Some(at)),
            };
            json!({
                "scenario": own.scenario,
                "standing": standing,
                "tries": own.tries,
                "tries_left": left,
                "best": own.best,
                "passed": at,
            })
        };
        json!({
            "course": self.course_json(),
            "trainee": trainee.name,
            "scenarios": progress.stations.iter().map(station).collect::<Vec<_>>(),
            "passed": progress.passed(),
            "completed": progress.completed(),
        })
    }
}
