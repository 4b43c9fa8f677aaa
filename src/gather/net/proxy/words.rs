//! What is said to a proxy, and how its answer is read. Nothing but the stream is needed, so that any answer can be tried.

use std::io::{self, Read, Write};

/// RFC 9110, without a password.
pub(super) fn by_connect(
    stream: &mut (impl Read + Write),
    host: &str,
    port: u16,
    agent: &str,
) -> io::Result<Result<(), String>> {
    let target = format!("{host}:{port}");
    write!(stream, "CONNECT {target} HTTP/1.1\r\nHost: {target}\r\nUser-Agent: {agent}\r\n\r\n")?;
    let mut head = Vec::new();
    let mut byte = [0];
    // One byte at a time, so that nothing of what follows the head is taken away from TLS.
    while !head.ends_with(b"\r\n\r\n") && !head.ends_with(b"\n\n") {
        if stream.read(&mut byte)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        head.push(byte[0]);
        if head.len() > 16 * 1024 {
            return Ok(Err("its answer is not HTTP".into()));
        }
    }
    let head = String::from_utf8_lossy(&head);
    let line = head.lines().next().unwrap_or_default();
    let mut words = line.splitn(3, ' ');
    let http = words.next().is_some_and(|word| word.starts_with("HTTP/"));
    let status = words.next().and_then(|word| word.parse::<u16>().ok());
    Ok(match status {
        Some(200..=299) if http => Ok(()),
        Some(status) if http => {
            let reason: String = words.next().unwrap_or_default().chars().take(60).collect();
            Err(format!("{status} {reason}").trim_end().to_owned())
        }
        _ => Err("its answer is not HTTP".into()),
    })
}

/// RFC 1928, without a password. The proxy looks the name up.
pub(super) fn by_socks(stream: &mut (impl Read + Write), host: &str, port: u16) -> io::Result<Result<(), String>> {
    let Ok(length) = u8::try_from(host.len()) else { return Ok(Err("the name is too long".into())) };
    stream.write_all(&[5, 1, 0])?;
    let mut method = [0; 2];
    stream.read_exact(&mut method)?;
    match method {
        [5, 0] => {}
        [5, _] => return Ok(Err("it wants a password".into())),
        _ => return Ok(Err("its answer is not SOCKS 5".into())),
    }
    let mut request = vec![5, 1, 0, 3, length];
    request.extend_from_slice(host.as_bytes());
    request.extend_from_slice(&port.to_be_bytes());
    stream.write_all(&request)?;
    let mut answer = [0; 4];
    stream.read_exact(&mut answer)?;
    if answer[1] != 0 {
        let meaning = match answer[1] {
            2 => "not allowed",
            3 | 4 => "no route to the host",
            5 => "the host refused",
            _ => "failed",
        };
        return Ok(Err(format!("{meaning} (SOCKS {})", answer[1])));
    }
    let mut length = [0];
    let rest = match answer[3] {
        1 => 4,
        4 => 16,
        3 => {
            stream.read_exact(&mut length)?;
            usize::from(length[0])
        }
        _ => return Ok(Err("its answer is not SOCKS 5".into())),
    };
    let mut bound = vec![0; rest + 2];
    stream.read_exact(&mut bound)?;
    Ok(Ok(()))
}
