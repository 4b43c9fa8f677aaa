//! The running programs, of which only those worth knowing about are kept.

use codesent_checks::facts::Process;
use codesent_checks::read::products::worth_knowing;
use codesent_checks::{Answer, Miss};
use sysinfo::{ProcessRefreshKind, ProcessesToUpdate, System, UpdateKind};

/// Lists them, sorted, each once. Arguments and environments are never asked for.
pub(crate) fn list() -> Result<Answer, Miss> {
    let mut system = System::new().map_err(|error| Miss::Unreadable(format!("no list of programs: {error:?}")))?;
    let wanted = ProcessRefreshKind::nothing().with_exe(UpdateKind::Always).without_tasks();
    system.refresh_processes_specifics(ProcessesToUpdate::All, true, wanted);
    if system.processes().is_empty() {
        return Err(Miss::Unreadable("macOS shows no running programs".into()));
    }
    let mut list: Vec<Process> = system
        .processes()
        .values()
        .map(|process| Process {
            name: process.name().to_string_lossy().into_owned(),
            path: process.exe().map(|path| path.to_string_lossy().into_owned()).unwrap_or_default(),
        })
        .filter(worth_knowing)
        .collect();
    list.sort_by(|left, right| (&left.name, &left.path).cmp(&(&right.name, &right.path)));
    list.dedup();
    Ok(Answer::Processes(list))
}
