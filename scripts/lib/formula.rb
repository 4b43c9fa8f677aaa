# Runs a Homebrew formula without Homebrew: ruby formula.rb FORMULA BINARY [ARCHIVE]
#
# Its `install` puts what it installs into a folder (from ARCHIVE, unpacked; or, where it builds from source, BINARY stands
# for what cargo would build), then its `test` runs there. What a formula says that this does not know is an error.

require "fileutils"
require "json"
require "pathname"
require "tmpdir"

# A folder a formula installs into.
class Folder < Pathname
  def install(*things)
    mkpath
    things.flatten.each do |thing|
      pairs = thing.is_a?(Hash) ? thing : { thing.to_s => File.basename(thing.to_s) }
      raise "nothing to install" if pairs.empty?

      pairs.each do |from, to|
        raise "#{from} is not there" unless File.exist?(from)

        FileUtils.cp(from, self/to)
      end
    end
  end
end

class Formula
  class << self
    attr_reader :said, :tested

    def inherited(formula)
      super
      formula.instance_variable_set(:@said, Hash.new { |hash, key| hash[key] = [] })
    end

    [:desc, :homepage, :version, :url, :sha256, :license, :head, :depends_on, :strategy].each do |word|
      define_method(word) { |*values| values.empty? ? said[word].first&.first : said[word] << values }
    end

    def livecheck
      said[:livecheck] << []
      yield
    end

    def on_arm = yield
    def on_intel = yield
    def test(&block) = (@tested = block)
  end

  def initialize(prefix, binary)
    @prefix = Pathname(prefix)
    @binary = binary
  end

  { bin: "bin", man1: "share/man/man1", bash_completion: "etc/bash_completion.d",
    zsh_completion: "share/zsh/site-functions", fish_completion: "share/fish/vendor_completions.d" }.each do |name, path|
    define_method(name) { Folder.new(@prefix/path) }
  end

  def testpath = Pathname(Dir.pwd)
  def buildpath = Pathname(Dir.pwd)
  def std_cargo_args = ["--locked", "--root", @prefix.to_s, "--path", "."]

  # Written out, or scanned from the address as Homebrew does.
  def version
    self.class.version || self.class.said[:url].first.first[/v(\d+\.\d+\.\d+)/, 1]
  end

  def system(*command)
    return bin.install(@binary) if command.first(2) == ["cargo", "install"]

    Kernel.system(*command.map(&:to_s)) || raise("#{command.join(" ")} failed")
  end

  def generate_completions_from_executable(program, *arguments)
    [:bash, :zsh, :fish].each { |shell| shell_output("#{program} #{arguments.join(" ")} #{shell}") }
  end

  def shell_output(command, expected = 0)
    out = `#{command}`
    raise "#{command} ended with #{$?.exitstatus}, not #{expected}" if $?.exitstatus != expected

    out
  end

  def assert_match(expected, found)
    raise "expected #{expected.inspect} in #{found}" unless found.match?(expected)
  end

  def assert_equal(expected, found)
    raise "expected #{expected.inspect}, found #{found.inspect}" if expected != found
  end
end

path, binary, archive = ARGV.map { |argument| File.expand_path(argument) }
load path
formula = Codesent
[:desc, :homepage, :url, :sha256, :license, :livecheck].each do |word|
  raise "the formula has no #{word}" if formula.said[word].empty?
end
raise "the formula has no test" unless formula.tested

Dir.mktmpdir do |folder|
  prefix = File.join(folder, "prefix")
  build = File.join(folder, "build")
  FileUtils.mkpath(build)
  Kernel.system("tar", "-xzf", archive, "-C", build, "--strip-components", "1") || raise("no archive") if archive
  one = formula.new(prefix, binary)
  Dir.chdir(build) { one.install }
  raise "no man page is installed" if Dir[File.join(prefix, "share/man/man1/codesent*.1")].length < 2

  scratch = File.join(folder, "test")
  FileUtils.mkpath(scratch)
  Dir.chdir(scratch) { one.instance_exec(&formula.tested) }
end
puts "#{File.basename(path)}: installed and tested"
