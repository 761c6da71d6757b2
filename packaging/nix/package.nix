# nix-build -E 'with import <nixpkgs> {}; callPackage ./package.nix {}'
{ lib, python3Packages, fetchPypi }:

python3Packages.buildPythonApplication rec {
  pname = "onelog-journal";
  version = "@version@";
  pyproject = true;

  src = fetchPypi {
    pname = "onelog_journal";
    inherit version;
    sha256 = "@sha256@";
  };

  build-system = [ python3Packages.hatchling ];

  dependencies = with python3Packages; [
    typer
    rich
    sqlite-utils
    python-dateutil
    platformdirs
    prompt-toolkit
  ];

  # nixpkgs has a newer Typer: onelog's tests pass with it, and each command starts more slowly.
  pythonRelaxDeps = [ "typer" ];

  optional-dependencies = with python3Packages; {
    holidays = [ holidays ];
  };

  checkPhase = ''
    PYTHONPATH=src python tests/portable/smoke.py python -m onelog
  '';

  meta = {
    description = "Private journal of 1-on-1 meetings for the terminal";
    homepage = "https://pypi.org/project/onelog-journal/";
    license = lib.licenses.mit;
    mainProgram = "onelog";
  };
}
