//! How long a search takes: `cargo bench --bench lookup`.
//!
//! Prints a table only: nothing depends on how fast this machine is today.
#![expect(clippy::print_stdout, reason = "the table is what it is run for")]

use std::time::{Duration, Instant};
use tilldoc::lookup::{Index, Key, Rank};

/// Chinese words that the keys are made of.
const CHINESE: &str = "余额 不足 通讯 失败 交易 超时 打印机 缺纸 签到 请重新 读卡 没有 信号 屏幕 黑了 银行卡 被吞 \
    结算 长时间 反应 重复 防拆 超出 限额 按键 绿灯 不亮 插反 查询 密码 错误 过期 发卡行 操作 校验 终端 商户 \
    网络 连接 参数 下载 更新 电池 充电 电源 开机 死机 重启 二维码 扫码 撤销 退货 预授权 完成 冲正 流水号 批次 \
    密钥 主机 拒绝 受理 无效 金额 账户 类型 日期 格式 系统 维护 稍后 再试 联系 收单";

/// English words that the keys are made of.
const ENGLISH: &str = "insufficient funds communication failed transaction time out printer no paper sign in again \
    read card signal screen black kept settle frozen answer duplicate tamper detected over limit keys react green lamp \
    wrong way round balance inquiry password error expired issuer inoperative check terminal merchant network connection \
    parameter download update battery charge power start crash restart code scan void refund completed reversal trace \
    batch host refused accepted invalid amount account type date format system maintenance later contact acquirer";

/// Kinds of queries with their texts.
const QUERIES: [(&str, &[&str]); 16] = [
    ("code", &["51", "A0", "５ 1", "code 51", "错误码51", "51余额"]),
    ("one character", &["5", "e", "x", "余", "足", "y", "的"]),
    ("two characters", &["sb", "no", "yb", "ye", "失败", "信号", "zz"]),
    ("begins", &["余额不足", "通讯", "insuf", "time o"]),
    ("contains", &["额不", "funds", "printer no", "ommuni"]),
    ("any order", &["paper no", "失败 通讯", "card read failed", "e a", "失 败 a", "51 paper"]),
    ("pinyin", &["yuebuzu", "yu e bu zu", "tongxunsh", "dayinji", "buzutongxun"]),
    ("initials", &["yebz", "txsb", "yuebz", "sbcs", "qcxqd"]),
    ("same sound", &["签道", "餘額不足", "通迅失败"]),
    ("Chinese slip", &["通记失败", "余不足通讯", "打印鸡没缺纸", "通x失败"]),
    ("English slip", &["tmie", "crad", "insuficient", "comunicaton faild", "papre", "merchnat"]),
    ("slips in words", &["tmie uot", "no papr", "faild comunication", "paper 签道", "card yebz"]),
    (
        "quoted",
        &["the screen says insufficient funds please retry", "屏幕上显示余额不足，请联系发卡行"],
    ),
    (
        "sentences",
        &[
            "the customer's card was declined but the issuer says the amount is blocked",
            "the terminal keeps restarting, the screen goes black and it will not charge",
            "刷卡失败但是钱扣了，打印机也没有出小票，重启以后还是连接不上网络",
            "换了电池充电以后开机没反应，屏幕黑了，按键也失灵",
        ],
    ),
    ("nonsense", &["zzzzqq", "哈哈哈哈", "qqqq wwww", "xkcdvwq", "aoaoaoao", "魑魅魍魉", "vbnm"]),
    (
        "pasted",
        &[
            "余额不足通讯失败",
            "insufficient funds ",
            "yuebuzu",
            "a b c d e f ",
            "e\u{301}🙂\u{1b}[0m",
            "zq",
        ],
    ),
];

/// A repeatable stream of numbers.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// Keys made of words that come again and again, or of any characters.
struct Source {
    numbers: Numbers,
    any: bool,
}

impl Source {
    fn chinese(&mut self, words: usize) -> String {
        if self.any {
            let character = |_| char::from_u32(0x4E00 + self.numbers.below(4_000) as u32);
            return (0..words * 3).filter_map(character).collect();
        }
        let all: Vec<&str> = CHINESE.split_whitespace().collect();
        (0..words).map(|_| all[self.numbers.below(all.len())]).collect()
    }

    fn english(&mut self, words: usize) -> String {
        let all: Vec<&str> = ENGLISH.split_whitespace().collect();
        let mut word = |_| {
            if self.any {
                let len = 3 + self.numbers.below(6);
                return (0..len).map(|_| char::from(b'a' + self.numbers.below(26) as u8)).collect();
            }
            all[self.numbers.below(all.len())].to_owned()
        };
        (0..words).map(&mut word).collect::<Vec<String>>().join(" ")
    }

    fn entry(&mut self) -> Vec<Key> {
        let code = format!("{:02X}", self.numbers.below(256));
        let (short, long) = (2 + self.numbers.below(2), 3 + self.numbers.below(2));
        vec![
            Key { text: code, rank: Rank::Code },
            Key { text: self.chinese(short), rank: Rank::Name },
            Key { text: self.english(short), rank: Rank::Name },
            Key { text: self.chinese(short), rank: Rank::Word },
            Key { text: self.english(short), rank: Rank::Word },
            Key { text: self.chinese(long), rank: Rank::Meaning },
            Key { text: self.english(long), rank: Rank::Meaning },
        ]
    }
}

fn main() {
    for (entries, any) in [(350, false), (50_000, false), (50_000, true)] {
        let mut source = Source { numbers: Numbers(7), any };
        let keys: Vec<Vec<Key>> = (0..entries).map(|_| source.entry()).collect();
        let start = Instant::now();
        let index = Index::new(keys);
        let kind = if any { "any characters" } else { "the same words" };
        println!("{entries} entries of {kind}, index made in {} µs", start.elapsed().as_micros());
        println!("{:>9} {:>9} {:>9}  worst query", "median µs", "worst µs", "all µs");
        for (kind, texts) in QUERIES {
            report(&index, kind, texts);
        }
        println!();
    }
}

fn report(index: &Index, kind: &str, texts: &[&str]) {
    let mut times: Vec<(Duration, &str)> = Vec::new();
    let mut all = Duration::ZERO;
    for text in texts {
        let typed =
            if kind == "pasted" { text.repeat(10_000 / text.len()) } else { (*text).to_owned() };
        let mut own: Vec<Duration> = (0..9).map(|_| time(index, &typed, 50)).collect();
        own.sort_unstable();
        // The middle one: the machine has other things to do, too.
        times.push((own[own.len() / 2], text));
        all = all.max(time(index, &typed, usize::MAX));
    }
    times.sort_unstable();
    let (median, (worst, text)) = (times[times.len() / 2].0, times[times.len() - 1]);
    let [median, worst, all] = [median, worst, all].map(|time| time.as_micros());
    println!("{median:>9} {worst:>9} {all:>9}  {kind}: {text:?}");
}

fn time(index: &Index, typed: &str, most: usize) -> Duration {
    let start = Instant::now();
    std::hint::black_box(index.find(typed, most));
    start.elapsed()
}
