//! The words that say digits are something else than a secret.

use super::words::Words;

/// Words that say the digits behind them are no secret, where they stand between it and the label.
static OTHER: Words<61> = Words::new([
    "参考",
    "參考",
    "流水",
    "电话",
    "電話",
    "手机",
    "拨打",
    "终端",
    "終端",
    "商户",
    "商戶",
    "订单",
    "訂單",
    "单号",
    "批次",
    "凭证",
    "金额",
    "扣款",
    "付款",
    "余额",
    "尾号",
    "末四",
    "后四",
    "序列",
    "编号",
    "型号",
    "版本",
    "错误码",
    "返回码",
    "响应码",
    "应答码",
    "授权",
    "工号",
    "分机",
    "call",
    "called",
    "tel",
    "phone",
    "ref",
    "reference",
    "terminal",
    "merchant",
    "order",
    "batch",
    "trace",
    "amount",
    "serial",
    "sn",
    "imei",
    "model",
    "error",
    "auth",
    "ext",
    "last four",
    "ending",
    "charged",
    "staff",
    "发票",
    "invoice",
    "iccid",
    "sim",
]);

/// The same, where the digits follow at once.
const CALLS: [&str; 5] = ["打", "拨", "¥", "$", "#"];

/// Whether a text says that the digits behind it are something else than a secret.
pub(super) fn names_other(text: &str) -> bool {
    let end = text.trim_end();
    CALLS.iter().any(|word| end.ends_with(word)) || OTHER.any(text)
}
