//! How fast texts are redacted: `cargo bench --bench redact`.
//!
//! Prints a table only: nothing depends on how fast this machine is today.
#![expect(clippy::print_stdout, reason = "the table is what it is run for")]

use std::time::Instant;
use tilldoc::redact::redact;

/// How large the texts are made, in bytes: about the longest note, and a long file.
const SIZES: [usize; 2] = [4_000, 4 << 20];

/// How many bytes are gone through for one figure.
const TOTAL: usize = 16 << 20;

/// Texts that are repeated to that size, by what they show.
const TEXTS: [(&str, &str); 9] = [
    (
        "Chinese prose",
        "客人刷卡的时候屏幕显示通讯失败，请检查网络。换了一根网线以后能用了，过了十分钟又不行，店里别的设备都能上网。\
         收银员说昨天也这样，重启机器以后好了一会儿。已经打电话给客服，让我们等技术人员上门，先用扫码收款。",
    ),
    (
        "English prose",
        "The screen said communication failed, please check the network. We changed the cable and it worked for ten \
         minutes, then failed again although everything else in the shop is online. The clerk says it was the same \
         yesterday; a restart helped for a while. Support was called and will send somebody, meanwhile we take QR. ",
    ),
    (
        "notes in Chinese",
        "商户号898310148160568，终端号12345678，参考号 632721000123，流水号000123。11月23日21:42刷了1,280.50元，报51余额不足；\
         打95516没人接，客服电话400-820-8388。客人说密码没输错，换张卡就好了。序列号 N910012345678，固件 V2.1.305。\n",
    ),
    (
        "notes in English",
        "merchant no. 898310148160568, terminal 12345678, ref 632721000123, trace 000123. 2026-11-23 21:42 charged 1,280.50, \
         code 51 insufficient funds; called 400-820-8388. Guest says the PIN was right, another card worked. Serial \
         N910012345678, firmware V2.1.305.\n",
    ),
    (
        "with cards",
        "客人的卡4111 1111 1111 1111刷不了，PIN 1234也试过，安全码 123。换了 6222021234567894 就好，参考号 632721000123。\n",
    ),
    ("digits one by one", "4 1 1 1 1 1 1 1 2 6 2 2 "),
    ("one row of digits", "4111111111111111"),
    ("labels", "PIN 密码 cvv 验证码 1234 "),
    ("emoji and accents", "é🙂ñ🚀ü—“”… "),
];

fn main() {
    println!("MB/s for {} bytes and for {}", SIZES[0], SIZES[1]);
    for (name, text) in TEXTS {
        let [note, file] = SIZES.map(|size| speed(&text.repeat(size / text.len() + 1)));
        println!("{note:>6.0} {file:>6.0}  {name}");
    }
}

/// The best of several: the machine has other things to do, too.
fn speed(text: &str) -> f64 {
    let once = |_| {
        let start = Instant::now();
        std::hint::black_box(redact(std::hint::black_box(text)));
        text.len() as f64 / start.elapsed().as_secs_f64() / 1e6
    };
    (0..(TOTAL / text.len()).max(3)).map(once).fold(0.0, f64::max)
}
