//! A guide of any size: chains of checks, each with its remedy, as people write them.

use std::fmt::Write;
use tilldoc::guide::SourceFile;

/// How many questions one file has at most: files over 16 MiB are refused.
const IN_ONE_FILE: usize = 10_000;
/// How many questions stand in one chain, from a symptom to the last resort.
const IN_ONE_CHAIN: usize = 8;

/// The files of a guide with this many questions and as many remedies, which has no findings.
pub(crate) fn big_guide(questions: usize) -> Vec<SourceFile> {
    let mut head = String::from(HEAD);
    let mut files = Vec::new();
    let mut text = String::new();
    for at in 0..questions {
        if at % IN_ONE_CHAIN == 0 {
            symptom(&mut head, at);
        }
        question(&mut text, at, (at + 1 < questions) && (at + 1) % IN_ONE_CHAIN != 0);
        remedy(&mut text, at);
        if (at + 1) % IN_ONE_FILE == 0 || at + 1 == questions {
            files.push(SourceFile::new(format!("part-{at:07}.toml"), std::mem::take(&mut text)));
        }
    }
    files.insert(0, SourceFile::new("guide.toml", head));
    files
}

const HEAD: &str = r#"
format = 1
id = "big"
version = "1"
languages = ["zh", "en"]
title = { zh = "大指南", en = "A big guide" }

[[step]]
id = "network"
title = { zh = "网络", en = "Network" }

[[contact]]
id = "acquirer"
title = { zh = "收单机构", en = "Acquirer" }
where = { zh = "号码在机身贴纸上。", en = "The number is on the sticker." }

[[remedy]]
id = "remedy.last"
step = "network"
cause = { zh = "原因不明。", en = "The cause is not known." }
minutes = 10
actions = [{ id = "call", zh = "打电话给收单机构。", en = "Call the acquirer." }]
who = "acquirer"
contact = "acquirer"
escalation = true
"#;

fn symptom(out: &mut String, at: usize) {
    let _ = write!(
        out,
        r#"
[[symptom]]
id = "symptom-{at}"
say = {{ zh = "屏幕显示故障编号 {at}", en = "The screen shows fault {at}" }}
go = "check-{at}"
"#
    );
}

fn question(out: &mut String, at: usize, leads_on: bool) {
    let next = if leads_on { format!("check-{}", at + 1) } else { "remedy.last".to_owned() };
    let _ = write!(
        out,
        r#"
[[question]]
id = "check-{at}"
step = "network"
ask = {{ zh = "第 {at} 号指示灯是绿色的吗？", en = "Is light number {at} green?" }}
how = {{ zh = "看机器背面从左数起的第 {at} 个灯，等半分钟，灯可能会闪一下再变色。", en = "Look at light {at} on the back, counted from the left. Wait half a minute: it may blink before it changes." }}
tell_customer = {{ zh = "请稍等，我看一下机器，很快就好。", en = "One moment please, I am checking the terminal." }}
minutes = 0.5
answers = [
  {{ id = "green", say = {{ zh = "是绿色", en = "Yes, it is green" }}, go = "{next}" }},
  {{ id = "red", say = {{ zh = "是红色或不亮", en = "No, it is red or dark" }}, go = "remedy.fix-{at}" }},
  {{ id = "unsure", say = {{ zh = "看不清", en = "Can't tell" }}, go = "{next}", unsure = true }},
]
"#
    );
}

fn remedy(out: &mut String, at: usize) {
    let _ = write!(
        out,
        r#"
[[remedy]]
id = "remedy.fix-{at}"
step = "network"
cause = {{ zh = "第 {at} 号线路松了或断了。", en = "Line {at} is loose or broken." }}
likelihood = "common"
minutes = 3
actions = [
  {{ id = "plug", zh = "把第 {at} 号插头拔下来，等十秒，再插紧。", en = "Pull plug {at} out, wait ten seconds and push it in firmly." }},
  {{ id = "wait", zh = "等一分钟，看灯有没有变绿。", en = "Wait a minute and look whether the light turns green." }},
]
never = [{{ zh = "不要拆开机器。", en = "Do not open the terminal." }}]
who = "clerk"
contact = "acquirer"
tell_support = [{{ zh = "告诉对方第 {at} 号灯的颜色。", en = "Tell them the colour of light {at}." }}]
tell_customer = {{ zh = "请稍等，我把线插好。", en = "One moment please, I am fixing a cable." }}
meanwhile = {{ zh = "可以先收现金或扫码。", en = "Take cash or a QR payment meanwhile." }}
prevent = [{{ zh = "打扫时不要扯到线。", en = "Keep the cables out of the way when cleaning." }}]
if_failed = "remedy.last"
"#
    );
}
