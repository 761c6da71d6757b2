class Onelog < Formula
  include Language::Python::Virtualenv

  desc "Private journal of 1-on-1 meetings for the terminal"
  homepage "https://pypi.org/project/onelog-journal/"
  url "https://files.pythonhosted.org/packages/source/o/onelog-journal/onelog_journal-@version@.tar.gz"
  sha256 "@sha256@"
  license "MIT"

  depends_on "python@3.13"

  # `brew update-python-resources onelog` writes the dependencies here, each with its address and checksum.

  def install
    virtualenv_install_with_resources
    bash_completion.install "docs/completions/onelog.bash" => "onelog"
    fish_completion.install "docs/completions/onelog.fish"
    zsh_completion.install "docs/completions/_onelog"
    man1.install Dir["docs/man/*.1"]
  end

  test do
    ENV["ONELOG_JOURNAL"] = testpath/"journal.db"
    system bin/"onelog", "log", "mia", "we met a: plan it"
    assert_match "plan it", shell_output("#{bin}/onelog actions")
  end
end
