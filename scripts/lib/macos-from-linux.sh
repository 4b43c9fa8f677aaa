# shellcheck shell=bash
# A Rust toolchain that can make macOS programs on Debian, from the ordinary package registries alone: a rustc with the
# source of its standard library (apt), zig as C compiler and linker (PyPI), and stubs for Apple's frameworks. No Apple
# SDK is needed, because codesent calls macOS through crates that declare what they need themselves; the linker must only
# be told which library has it. Sourced by macos-check and macos-build after common.sh.

# The oldest macOS the binaries start on.
export MACOSX_DEPLOYMENT_TARGET=${MACOSX_DEPLOYMENT_TARGET:-11.0}
# Both kinds of Mac.
mac_targets=(aarch64-apple-darwin x86_64-apple-darwin)
mac_home=$(tools_folder)/macos

# Fixed, so that the result is the same from day to day.
mac_python_packages=(ziglang==0.17.1 cargo-zigbuild==0.24.1)

# What the dependencies link to. A framework that is missing here shows as a link error that names it.
mac_frameworks=(CoreFoundation IOKit Security SystemConfiguration Foundation AppKit CoreServices)
mac_libraries=(iconv objc resolv)

# Installs what is missing.
mac_setup() {
  if ! [ -x /usr/bin/rustc ] || ! [ -d /usr/lib/rustlib/src/rust/library ] || ! [ -x /usr/bin/clippy-driver ]; then
    have apt-get || die "this way needs Debian's packages; elsewhere: rustup target add ${mac_targets[*]}"
    say "installing a Rust with its standard library's source (apt)"
    as_root apt-get update -qq
    as_root apt-get install -y -qq --no-install-recommends rustc-web cargo-web rust-web-src rust-web-clippy >/dev/null
  fi
  if ! [ -x "$mac_home/venv/bin/cargo-zigbuild" ]; then
    say "installing zig (PyPI)"
    mkdir -p "$mac_home"
    python3 -m venv "$mac_home/venv"
    "$mac_home/venv/bin/pip" install -q --disable-pip-version-check "${mac_python_packages[@]}"
    # shellcheck disable=SC2016 # "$@" is for the wrapper.
    printf '#!/bin/sh\nexec "%s/venv/bin/python" -m ziglang "$@"\n' "$mac_home" >"$mac_home/venv/bin/zig"
    chmod +x "$mac_home/venv/bin/zig"
  fi
  mac_stubs
}

# The newest of LLVM's tools of a name, which know Mach-O: mac_llvm lipo
mac_llvm() {
  local tool
  tool=$(compgen -c "llvm-$1" | grep -xE "llvm-$1(-[0-9]+)?" | sort -Vu | tail -n 1) || true
  if [ -z "$tool" ]; then
    say "installing LLVM's tools (apt)"
    as_root apt-get install -y -qq --no-install-recommends llvm >/dev/null
    hash -r
    tool=$(compgen -c "llvm-$1" | grep -xE "llvm-$1(-[0-9]+)?" | sort -Vu | tail -n 1)
  fi
  printf '%s\n' "$tool"
}

# Stub libraries in the form Apple's own SDK has: a text that says where the library will be on a Mac.
mac_stubs() {
  local sdk=$mac_home/sdk framework library libsystem
  mkdir -p "$sdk/usr/lib"
  for framework in "${mac_frameworks[@]}"; do
    mkdir -p "$sdk/System/Library/Frameworks/$framework.framework"
    mac_stub "/System/Library/Frameworks/$framework.framework/Versions/A/$framework" \
      >"$sdk/System/Library/Frameworks/$framework.framework/$framework.tbd"
  done
  for library in "${mac_libraries[@]}"; do
    mac_stub "/usr/lib/lib$library.dylib" >"$sdk/usr/lib/lib$library.tbd"
  done
  libsystem=$(find "$mac_home/venv/lib" -path '*ziglang/lib/libc/darwin/libSystem.tbd' -print -quit)
  cp "$libsystem" "$sdk/usr/lib/"
}

mac_stub() {
  printf -- '--- !tapi-tbd\ntbd-version: 4\ntargets: [ x86_64-macos, arm64-macos ]\ninstall-name: %s\n...\n' "$1"
}

# Runs cargo with that toolchain. Its target folder is apart from the host's.
mac_cargo() {
  PATH=$mac_home/venv/bin:/usr/bin:$PATH RUSTUP_TOOLCHAIN='' RUSTC=/usr/bin/rustc CARGO=/usr/bin/cargo \
    RUSTC_BOOTSTRAP=1 SDKROOT=$mac_home/sdk CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target}/mac "$@"
}
