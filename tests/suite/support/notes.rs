//! Notes as clerks write them, full of numbers and without any card data.

use super::cards::luhn;

/// A repeatable stream of numbers.
pub(crate) struct Numbers(pub u64);

impl Numbers {
    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        // Knuth's constants.
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    /// One of several.
    pub(crate) fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    /// So many digits.
    fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + self.below(10) as u8)).collect()
    }
}

/// Sentences in Chinese; what stands in braces is filled in by [`value`].
const CHINESE: [&str; 58] = [
    "商户号{merchant}",
    "商户编号：{merchant}",
    "商户 {merchant} 终端 {terminal}",
    "终端号{terminal}",
    "终端编号: {terminal}，商户号 {merchant}",
    "参考号{reference}",
    "参考号 {reference} 流水号 {trace}",
    "检索参考号：{reference}",
    "参考号 {reference}\n{date} {time}",
    "流水{trace}，批次{trace}，授权码{trace}",
    "凭证号 {trace} 金额 {amount}",
    "{date} {time} 刷了 {amount}",
    "{date} {time}报{code}",
    "{time} 又试一次，还是{code}",
    "打{phone}没人接",
    "客服电话 {phone}，分机 {room}",
    "客人手机{phone}，说{amount}已扣",
    "联系人电话：{phone} {phone}",
    "拨 {phone} 报商户号 {merchant}",
    "微信单号 {order}",
    "支付宝订单号：{order}",
    "订单{order}，{amount}，{date}",
    "扫码单号{order}没到账",
    "序列号 {serial}",
    "机身号{serial}，{date}换的",
    "机器 SN：{serial}",
    "IMEI {imei}",
    "机器 IMEI：{imei}，卡 ICCID：{iccid}",
    "流量卡 {iccid}",
    "SIM卡号 {iccid}，停机",
    "错误码{code}，{code}，{code}",
    "屏幕显示 {code}，返回码 {room}",
    "密码错误 {count} 次，{code}",
    "密码不对，{code}，参考号 {reference}",
    "客人说密码没输错 {date} {time}",
    "输密码超时 {count} 次 {time}",
    "{terminal} 密码键盘坏了",
    "密码键盘序列号 {serial}",
    "密码键盘型号 SP{room}，终端号 {terminal}",
    "验证码一直没收到，打 {phone}",
    "验证码 {count} 分钟没到，{date}",
    "客人忘了密码，{amount}没付",
    "签到失败 {ip}，网关 {ip}",
    "{ip} {ip} {ip}",
    "固件 {version}，{date} 更新",
    "今天 {count} 笔，共 {amount}，差 {amount}",
    "{amount} {amount} {amount} 三笔都没打单",
    "结算 {count} 笔 {amount}，批次 {trace}",
    "快递单号 {parcel}",
    "发票号码 {terminal}，发票代码 {reference}",
    "工号 {room}，{time} 交班",
    "小票第 {count} 联，卡号末四位 {room}",
    "卡尾号{room}，{amount}，{code}",
    "卡号{masked}，{amount}",
    "银行卡有效期过了，{code}",
    "端口 {room}，证书有效期到 {date}",
    "门店地址人民路{room}号，邮编 {trace}",
    "一共三台，第二台坏，{date}报修，工单 {ticket}",
];

/// The same in English.
const ENGLISH: [&str; 52] = [
    "merchant no. {merchant}",
    "Merchant ID: {merchant}, terminal {terminal}",
    "MID {merchant} TID {terminal}",
    "terminal id {terminal}",
    "reference {reference}",
    "ref {reference}, trace {trace}",
    "RRN {reference} auth {trace}",
    "ref. no. {reference}\n{date} {time}",
    "trace {trace} batch {trace}",
    "{date} {time} charged {amount}",
    "{time} tried again, {code}",
    "called {phone}, nobody answered",
    "tel {phone} ext {room}",
    "customer's phone {phone}, {amount} taken",
    "{phone} / {phone}",
    "WeChat order {order}",
    "Alipay order no: {order}",
    "order {order} {amount} {date}",
    "serial {serial}",
    "S/N {serial} bought {date}",
    "IMEI {imei}",
    "imei: {imei} iccid: {iccid}",
    "SIM {iccid} out of data",
    "codes {code}, {code}, {code}",
    "screen said {code}, error {room}",
    "wrong PIN {count} times, {code}",
    "PIN refused, ref {reference}",
    "guest says PIN was right {date} {time}",
    "PIN entry timed out at {time}",
    "{terminal} PIN pad dead",
    "PIN pad serial {serial}",
    "PIN pad SP{room}, terminal {terminal}",
    "no verification code came, called {phone}",
    "guest forgot the PIN, {amount} unpaid",
    "password of the router unknown, called {phone}",
    "sign-in failed {ip} gateway {ip}",
    "ip {ip} mask 255.255.255.0 gw {ip}",
    "firmware {version} updated {date}",
    "{count} sales today, {amount} in all, {amount} missing",
    "{amount} {amount} {amount} without slips",
    "settled {count} sales {amount} batch {trace}",
    "parcel {parcel}",
    "invoice {terminal}",
    "staff {room} closed at {time}",
    "card ending {room}, {amount}, {code}",
    "last four {room}, {code}",
    "card {masked} {amount}",
    "card expired, {code}",
    "port {room}, certificate expires {date}",
    "shop at {room} Main Street, zip {trace}",
    "ticket {ticket}, technician comes {date} {time}",
    "two of three tills dead since {date}",
];

/// A note without card data.
pub(crate) fn note(numbers: &mut Numbers) -> String {
    let chinese = numbers.below(2) == 0;
    let (sentences, joints): (&[&str], &[&str]) = if chinese {
        (&CHINESE, &["，", "。", "；", "\n", " ", "、"])
    } else {
        (&ENGLISH, &[", ", ". ", "; ", "\n", " ", " - "])
    };
    let count = 1 + numbers.below(4);
    let mut note = String::new();
    for at in 0..count {
        if at > 0 {
            note += numbers.pick(joints);
        }
        fill(numbers.pick(sentences), numbers, &mut note);
    }
    note
}

fn fill(sentence: &str, numbers: &mut Numbers, note: &mut String) {
    for part in sentence.split('{') {
        match part.split_once('}') {
            Some((name, rest)) => *note += &[value(name, numbers).as_str(), rest].concat(),
            None => *note += part,
        }
    }
}

/// What stands for a name in a sentence.
fn value(name: &str, numbers: &mut Numbers) -> String {
    match name {
        "merchant" => merchant(numbers),
        "terminal" => numbers.digits(8),
        "reference" if numbers.below(2) == 0 => {
            // The last digit of the year, the day of the year, the hour, the trace number.
            format!("6{:03}{:02}{}", 1 + numbers.below(365), numbers.below(24), numbers.digits(6))
        }
        "reference" => numbers.digits(12),
        "trace" => numbers.digits(6),
        "room" => numbers.digits(4),
        "count" => (2 + numbers.below(18)).to_string(),
        "code" => numbers
            .pick(&[
                "51", "54", "55", "61", "62", "65", "68", "75", "91", "96", "A0", "N7", "Q9",
                "代码51", "code 55",
            ])
            .to_owned(),
        "date" => date(numbers),
        "time" => time(numbers),
        "amount" => amount(numbers),
        "phone" => phone(numbers),
        "order" => order(numbers),
        "serial" => serial(numbers),
        "imei" => imei(numbers),
        "iccid" => iccid(numbers),
        "ip" => format!(
            "{}.{}.{}",
            numbers.pick(&["192.168", "10.0", "172.16", "223.5"]),
            numbers.below(256),
            numbers.below(255)
        ),
        "version" => format!("V{}.{}.{}", numbers.below(9), numbers.below(20), numbers.digits(3)),
        "parcel" => {
            let letters = numbers.pick(&["SF", "YT", "JT", "EMS ", "11", "98"]);
            format!("{letters}{}", numbers.digits(if letters.len() == 2 { 13 } else { 11 }))
        }
        "ticket" => {
            format!("{}{}", numbers.pick(&["GD", "INC", "20261123", "#"]), numbers.digits(5))
        }
        "masked" => {
            format!("{}******{}", numbers.pick(&["622202", "411111", "621700"]), numbers.digits(4))
        }
        other => unreachable!("nothing stands for {other}"),
    }
}

/// An acquirer's code, the place, the trade, and a number: some pass Luhn's check.
fn merchant(numbers: &mut Numbers) -> String {
    let acquirer = numbers.pick(&[
        "898", "102", "103", "104", "105", "301", "302", "303", "305", "308", "310", "403", "488",
        "821",
    ]);
    format!(
        "{acquirer}{}{}{}",
        numbers.digits(4),
        numbers.pick(&["5411", "5812", "5311", "7011"]),
        numbers.digits(4)
    )
}

fn date(numbers: &mut Numbers) -> String {
    let (year, month, day) =
        (2020 + numbers.below(8), 1 + numbers.below(12), 1 + numbers.below(28));
    match numbers.below(8) {
        0 | 1 => format!("{year}-{month:02}-{day:02}"),
        2 => format!("{year}/{month}/{day}"),
        3 => format!("{year}.{month:02}.{day:02}"),
        4 => format!("{month:02}-{day:02}"),
        5 => format!("{month}月{day}日"),
        6 => format!("{year}{month:02}{day:02}"),
        _ => format!("{year}年{month}月{day}号"),
    }
}

fn time(numbers: &mut Numbers) -> String {
    let (hour, minute, second) = (numbers.below(24), numbers.below(60), numbers.below(60));
    match numbers.below(5) {
        0 | 1 => format!("{hour:02}:{minute:02}"),
        2 => format!("{hour}:{minute:02}:{second:02}"),
        3 => format!("{hour}点{minute:02}分"),
        _ => format!("{hour:02}：{minute:02}"),
    }
}

fn amount(numbers: &mut Numbers) -> String {
    let (units, cents) = (1 + numbers.below(20_000), numbers.below(100));
    match numbers.below(8) {
        0 => format!("¥{units}.{cents:02}"),
        1 => format!("{units}元"),
        2 => format!("{units}.{cents:02}元"),
        3 => format!("{units}.{cents:02}"),
        4 => format!("{},{:03}.{cents:02}", 1 + units / 1000, units % 1000),
        5 => format!("RMB {units}"),
        6 => format!("{units} 块"),
        _ => format!("￥{units}"),
    }
}

fn phone(numbers: &mut Numbers) -> String {
    let mobile = format!(
        "1{}{}",
        numbers.pick(&["38", "39", "50", "59", "77", "86", "98"]),
        numbers.digits(8)
    );
    let (first, rest) = mobile.split_at(3);
    match numbers.below(10) {
        0 | 1 => mobile,
        2 => format!("{first} {} {}", &rest[..4], &rest[4..]),
        3 => format!("+86 {mobile}"),
        4 => format!("86-{first}-{}-{}", &rest[..4], &rest[4..]),
        5 => format!("400-{}-{}", numbers.digits(3), numbers.digits(4)),
        6 => format!("400{}", numbers.digits(7)),
        7 => numbers
            .pick(&["95516", "95588", "95533", "95566", "10086", "10010", "4006-695-566"])
            .to_owned(),
        8 => format!("0755-{}", numbers.digits(8)),
        _ => format!("021 {} {}", numbers.digits(4), numbers.digits(4)),
    }
}

fn order(numbers: &mut Numbers) -> String {
    match numbers.below(4) {
        0 => format!("42000{}20261123{}", numbers.digits(5), numbers.digits(10)),
        1 => format!("2026112322001{}", numbers.digits(15)),
        2 => format!("20261123{:02}{}{}", numbers.below(24), numbers.digits(4), numbers.digits(6)),
        _ => format!("SO{}-{}", numbers.digits(8), numbers.digits(4)),
    }
}

fn serial(numbers: &mut Numbers) -> String {
    match numbers.below(6) {
        0 => numbers.digits(8),
        1 => numbers.digits(10),
        2 => format!("N{}", numbers.digits(11)),
        3 => format!("{}-{}-{}", numbers.digits(3), numbers.digits(3), numbers.digits(3)),
        // A maker's number of six digits, the kind of terminal, the maker's own.
        4 => format!("0000{}01{}", numbers.digits(2), numbers.digits(10)),
        _ => format!("P{}A{}", numbers.digits(4), numbers.digits(8)),
    }
}

/// It always passes Luhn's check: so it was made.
fn imei(numbers: &mut Numbers) -> String {
    let start = format!("{}{}", numbers.pick(&["86", "35", "01", "99"]), numbers.digits(12));
    (0..10).map(|digit| format!("{start}{digit}")).find(|imei| luhn(imei)).unwrap_or(start)
}

/// So does this, in the form of 19 digits.
fn iccid(numbers: &mut Numbers) -> String {
    let start = format!("8986{}{}", numbers.pick(&["00", "01", "03", "11"]), numbers.digits(12));
    let full =
        (0..10).map(|digit| format!("{start}{digit}")).find(|full| luhn(full)).unwrap_or(start);
    match numbers.below(3) {
        0 => full,
        1 => format!("{full}{}", numbers.digits(1)),
        _ => {
            let fours: Vec<&str> = full
                .as_bytes()
                .chunks(4)
                .map(|four| std::str::from_utf8(four).unwrap_or_default())
                .collect();
            fours.join(" ")
        }
    }
}
