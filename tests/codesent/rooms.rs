//! Who imports whom, read from the source: no circles between files, and parsers that never see `Answers`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, UseTree};

/// A module by its path: `["gather", "net"]`. The package's root has none.
type Module = Vec<String>;

/// The files of one package.
struct Package {
    files: BTreeMap<Module, PathBuf>,
    /// What a module hands on from elsewhere: its name there, and the path it leads to.
    handed_on: BTreeMap<Module, BTreeMap<String, Vec<String>>>,
    /// The paths a module names, written out from the root.
    named: BTreeMap<Module, BTreeSet<Vec<String>>>,
}

/// The paths that one file names outside its tests.
#[derive(Default)]
struct Named {
    here: Module,
    paths: BTreeSet<Vec<String>>,
    handed_on: BTreeMap<String, Vec<String>>,
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|one| one.path().is_ident("cfg") && one.parse_args::<syn::Path>().is_ok_and(|what| what.is_ident("test")))
}

impl Named {
    /// A path from the root of the package; none when it leads out of it.
    fn written_out(&self, path: &[String]) -> Option<Vec<String>> {
        let mut base = self.here.clone();
        let mut rest = path;
        match rest.first()?.as_str() {
            "crate" => (base, rest) = (Vec::new(), &rest[1..]),
            "self" => rest = &rest[1..],
            "super" => {
                while rest.first().is_some_and(|part| part == "super") {
                    base.pop()?;
                    rest = &rest[1..];
                }
            }
            _ => return None,
        }
        Some(base.into_iter().chain(rest.iter().cloned()).collect())
    }

    fn tree(&mut self, tree: &UseTree, before: &mut Vec<String>, handed_on: bool) {
        let name = match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.tree(&path.tree, before, handed_on);
                before.pop();
                return;
            }
            UseTree::Group(group) => {
                group.items.iter().for_each(|item| self.tree(item, before, handed_on));
                return;
            }
            UseTree::Name(name) => Some((name.ident.to_string(), name.ident.to_string())),
            UseTree::Rename(name) => Some((name.ident.to_string(), name.rename.to_string())),
            UseTree::Glob(_) => None,
        };
        let mut path = before.clone();
        if let Some((name, _)) = name.as_ref().filter(|(name, _)| name != "self") {
            path.push(name.clone());
        }
        let relative = handed_on && !["crate", "self", "super"].contains(&path[0].as_str());
        let whole = if relative { Some([self.here.clone(), path].concat()) } else { self.written_out(&path) };
        let Some(whole) = whole else { return };
        if let Some((_, shown)) = name.filter(|_| handed_on) {
            self.handed_on.insert(shown, whole);
        } else {
            self.paths.insert(whole);
        }
    }
}

impl<'ast> Visit<'ast> for Named {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Fn(one) => &one.attrs,
            Item::Impl(one) => &one.attrs,
            Item::Use(one) => &one.attrs,
            Item::Const(one) => &one.attrs,
            Item::Static(one) => &one.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !is_for_tests(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let handed_on = !matches!(item.vis, syn::Visibility::Inherited);
        self.tree(&item.tree, &mut Vec::new(), handed_on);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|part| part.ident.to_string()).collect();
        self.paths.extend(self.written_out(&parts));
        visit::visit_path(self, path);
    }
}

fn rust_files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let skipped = name.starts_with("test") || name == "target";
        if path.is_dir() && !skipped {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !skipped {
            into.push(path);
        }
    }
}

impl Package {
    fn read(folder: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut all = Vec::new();
        rust_files(&root, &mut all);
        let mut package = Self { files: BTreeMap::new(), handed_on: BTreeMap::new(), named: BTreeMap::new() };
        for file in all {
            let inside = file.strip_prefix(&root).unwrap().with_extension("");
            let mut here: Module = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            if here.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
                here.pop();
            }
            let source = syn::parse_file(&fs::read_to_string(&file).unwrap()).unwrap();
            let mut named = Named { here: here.clone(), ..Named::default() };
            named.visit_file(&source);
            package.handed_on.insert(here.clone(), named.handed_on);
            package.named.insert(here.clone(), named.paths);
            package.files.insert(here, file);
        }
        package
    }

    /// The module where what a path names is written down.
    fn home(&self, path: &[String], depth: usize) -> Option<Module> {
        let at = (0..=path.len()).rev().find(|at| self.files.contains_key(&path[..*at]))?;
        let module = &path[..at];
        let handed_on = path.get(at).and_then(|name| self.handed_on.get(module)?.get(name));
        match handed_on {
            // What the root hands on is the vocabulary of all.
            Some(to) if depth < 8 && !module.is_empty() => {
                let to = [to.clone(), path[at + 1..].to_vec()].concat();
                self.home(&to, depth + 1)
            }
            _ => Some(module.to_vec()),
        }
    }

    /// Who imports whom. A folder's own file and the files in it are one room; everybody may name the root's own items.
    fn imports(&self) -> BTreeMap<&Module, BTreeSet<Module>> {
        let to = |from: &Module| {
            let homes = self.named[from].iter().filter_map(|path| self.home(path, 0));
            homes.filter(|home| !home.starts_with(from) && !from.starts_with(home)).collect()
        };
        self.files.keys().filter(|module| !module.is_empty()).map(|module| (module, to(module))).collect()
    }

    /// The first circle that is found, from a file back to itself.
    fn circle(&self) -> Option<Vec<String>> {
        let imports = self.imports();
        let mut clean = BTreeSet::new();
        imports.keys().find_map(|from| around(from, &imports, &mut Vec::new(), &mut clean))
    }
}

fn around(
    at: &Module,
    imports: &BTreeMap<&Module, BTreeSet<Module>>,
    way: &mut Vec<Module>,
    clean: &mut BTreeSet<Module>,
) -> Option<Vec<String>> {
    if let Some(first) = way.iter().position(|one| one == at) {
        return Some(way[first..].iter().chain([at]).map(|one| one.join("/")).collect());
    }
    if clean.contains(at) {
        return None;
    }
    way.push(at.clone());
    let found = imports.get(at).into_iter().flatten().find_map(|next| around(next, imports, way, clean));
    way.pop();
    clean.insert(at.clone());
    found
}

#[test]
fn no_files_import_one_another_in_a_circle() {
    for folder in ["checks", "src"] {
        let package = Package::read(folder);
        let seen: usize = package.imports().values().map(BTreeSet::len).sum();
        assert!(seen > 100, "only {seen} imports are seen in {folder}/");
        assert_eq!(package.circle(), None, "{folder}/: a file imports, by way of others, itself");
    }
}

#[test]
fn parsers_never_see_answers_and_know_no_check() {
    let package = Package::read("checks");
    let imports = package.imports();
    let groups: BTreeSet<&str> = codesent_checks::ALL.iter().map(|group| group.id).collect();
    for (module, to) in imports.iter().filter(|(module, _)| module[0] == "read") {
        for home in to {
            let forbidden = ["judging", "diagnosis", "shared", "check"].contains(&home[0].as_str());
            assert!(
                !forbidden && !groups.contains(home[0].as_str()),
                "{} imports {}",
                module.join("/"),
                home.join("/")
            );
        }
        let named = package.named[*module].iter().any(|path| path.last().is_some_and(|last| last == "Answers"));
        assert!(!named, "{} names Answers", module.join("/"));
    }
}
