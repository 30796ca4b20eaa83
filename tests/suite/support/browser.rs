//! A headless browser, driven as its own developer tools drive it: JSON over a web socket on this
//! machine (the protocol of their developer tools). Small enough to need no library.

use serde_json::{Value, json};
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// After this long nothing more is expected of it.
const PATIENCE: Duration = Duration::from_secs(60);

/// One page in a headless browser.
pub(crate) struct Page {
    child: Child,
    _profile: TempDir,
    socket: TcpStream,
    session: Value,
    sent: u64,
    /// What the browser told besides answers.
    events: Vec<Value>,
}

impl Page {
    /// Opens a file in a window of this size.
    pub(crate) fn open(browser: &Path, file: &Path, (width, height): (u32, u32)) -> Self {
        let profile = tempfile::tempdir().expect("a folder");
        let child = Command::new(browser)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg(format!("--window-size={width},{height}"))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the browser starts");
        let (port, path) = address(profile.path());
        let socket = connect(port, &path);
        let (session, sent, events) = (Value::Null, 0, Vec::new());
        let mut page = Self { child, _profile: profile, socket, session, sent, events };
        let target = page.ask("Target.createTarget", &json!({ "url": "about:blank" }));
        let wanted = json!({ "targetId": target["targetId"], "flatten": true });
        page.session = page.ask("Target.attachToTarget", &wanted)["sessionId"].clone();
        for domain in ["Page", "Runtime", "Log", "Network"] {
            page.ask(&format!("{domain}.enable"), &json!({}));
        }
        page.go(file);
        page
    }

    /// Loads a file anew.
    pub(crate) fn go(&mut self, file: &Path) {
        self.ask("Page.navigate", &json!({ "url": format!("file://{}", file.display()) }));
        self.until("document.readyState === 'complete' && location.protocol === 'file:'");
    }

    /// What an expression of the page's script comes to.
    pub(crate) fn eval(&mut self, expression: &str) -> Value {
        let wanted = json!({ "expression": expression, "returnByValue": true });
        let told = self.ask("Runtime.evaluate", &wanted);
        assert!(told["exceptionDetails"].is_null(), "{expression}: {told}");
        told["result"]["value"].clone()
    }

    fn until(&mut self, expression: &str) {
        let begun = Instant::now();
        while self.eval(expression) != json!(true) {
            assert!(begun.elapsed() < PATIENCE, "{expression}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The middle of what a selector finds.
    pub(crate) fn middle(&mut self, selector: &str) -> (f64, f64) {
        let at = self.eval(&format!(
            "(() => {{ const r = document.querySelector({selector:?}).getBoundingClientRect(); \
             return [r.x + r.width / 2, r.y + r.height / 2]; }})()"
        ));
        (at[0].as_f64().expect(selector), at[1].as_f64().expect(selector))
    }

    /// Clicks in the middle of what a selector finds, with a real mouse.
    pub(crate) fn click(&mut self, selector: &str) {
        let at = self.middle(selector);
        self.drag(at, at);
    }

    /// Presses the button at one point and lets it go at another one.
    pub(crate) fn drag(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.mouse("mouseMoved", from, &json!({}));
        self.mouse("mousePressed", from, &json!({ "button": "left", "clickCount": 1 }));
        if from != to {
            self.mouse("mouseMoved", to, &json!({ "button": "left" }));
        }
        self.mouse("mouseReleased", to, &json!({ "button": "left", "clickCount": 1 }));
    }

    /// Turns the wheel at a point.
    pub(crate) fn wheel(&mut self, at: (f64, f64), by: f64) {
        self.mouse("mouseWheel", at, &json!({ "deltaX": 0, "deltaY": by }));
    }

    fn mouse(&mut self, kind: &str, (x, y): (f64, f64), more: &Value) {
        let mut wanted = json!({ "type": kind, "x": x, "y": y });
        for (key, value) in more.as_object().into_iter().flatten() {
            wanted[key] = value.clone();
        }
        self.ask("Input.dispatchMouseEvent", &wanted);
    }

    /// Presses a key by its name, which types where it is a character.
    pub(crate) fn key(&mut self, key: &str) {
        let text = match key {
            "Enter" => "\r",
            _ if key.chars().count() == 1 => key,
            _ => "",
        };
        let down = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
        let code = if key == "Enter" { 13 } else { 0 };
        let mut wanted =
            json!({ "type": down, "key": key, "text": text, "windowsVirtualKeyCode": code });
        self.ask("Input.dispatchKeyEvent", &wanted);
        wanted["type"] = json!("keyUp");
        self.ask("Input.dispatchKeyEvent", &wanted);
    }

    /// Types a text.
    pub(crate) fn text(&mut self, text: &str) {
        self.ask("Input.insertText", &json!({ "text": text }));
    }

    /// What went wrong in the page, and every address that it asked for.
    pub(crate) fn troubles(&self) -> (Vec<String>, Vec<String>) {
        let wrong = self.events.iter().filter(|event| {
            matches!(event["method"].as_str(), Some("Runtime.exceptionThrown" | "Log.entryAdded"))
        });
        let asked =
            self.events.iter().filter(|event| event["method"] == "Network.requestWillBeSent");
        let url =
            |event: &Value| event["params"]["request"]["url"].as_str().unwrap_or("").to_owned();
        (wrong.map(ToString::to_string).collect(), asked.map(url).collect())
    }

    /// Forgets what was told so far.
    pub(crate) fn forget(&mut self) {
        self.events.clear();
    }

    /// Asks something of the browser and waits for the answer.
    fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.sent += 1;
        let mut message = json!({ "id": self.sent, "method": method, "params": params });
        if !self.session.is_null() {
            message["sessionId"] = self.session.clone();
        }
        self.send(message.to_string().as_bytes());
        loop {
            let told: Value = serde_json::from_slice(&self.receive()).expect("JSON");
            if told["id"] == json!(self.sent) {
                assert!(told["error"].is_null(), "{method}: {told}");
                return told["result"].clone();
            }
            self.events.push(told);
        }
    }

    /// One message of text. A client masks what it sends, with zeros as well as with anything.
    fn send(&mut self, text: &[u8]) {
        let mut frame = vec![0x81];
        match text.len() {
            short @ 0..=125 => frame.push(0x80 | short as u8),
            middle @ 126..=0xFFFF => {
                frame.push(0xFE);
                frame.extend((middle as u16).to_be_bytes());
            }
            long => {
                frame.push(0xFF);
                frame.extend((long as u64).to_be_bytes());
            }
        }
        frame.extend([0; 4]);
        frame.extend(text);
        self.socket.write_all(&frame).expect("the browser listens");
    }

    /// One message, put together from its frames.
    fn receive(&mut self) -> Vec<u8> {
        let mut message = Vec::new();
        loop {
            let [first, second] = self.bytes();
            let length = match second & 0x7F {
                126 => u64::from(u16::from_be_bytes(self.bytes())),
                127 => u64::from_be_bytes(self.bytes()),
                short => u64::from(short),
            };
            let mut part = vec![0; length as usize];
            self.socket.read_exact(&mut part).expect("the browser answers");
            // Of the other kinds (pings and the like) nothing is needed here.
            if first & 0x0F <= 2 {
                message.extend(part);
                if first & 0x80 != 0 {
                    return message;
                }
            }
        }
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.socket.read_exact(&mut bytes).expect("the browser answers");
        bytes
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where the browser listens: it writes so into its folder.
fn address(profile: &Path) -> (u16, String) {
    let begun = Instant::now();
    loop {
        let told = fs::read_to_string(profile.join("DevToolsActivePort")).unwrap_or_default();
        if let Some((port, path)) = told.trim().split_once('\n') {
            return (port.parse().expect("a port"), path.to_owned());
        }
        assert!(begun.elapsed() < PATIENCE, "the browser does not start");
        thread::sleep(Duration::from_millis(50));
    }
}

fn connect(port: u16, path: &str) -> TcpStream {
    let mut socket = TcpStream::connect(("127.0.0.1", port)).expect("the browser listens");
    socket.set_read_timeout(Some(PATIENCE)).expect("a time");
    let hello = format!(
        "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n\
         Connection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\
         Sec-WebSocket-Version: 13\r\n\r\n"
    );
    socket.write_all(hello.as_bytes()).expect("the browser listens");
    let mut answer = Vec::new();
    let mut byte = [0];
    while !answer.ends_with(b"\r\n\r\n") {
        socket.read_exact(&mut byte).expect("the browser answers");
        answer.extend(byte);
    }
    assert!(answer.starts_with(b"HTTP/1.1 101"), "{}", String::from_utf8_lossy(&answer));
    socket
}
