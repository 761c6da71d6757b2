"""A real browser without a window: the Chromium that the machine has, driven by Playwright, which fetches none itself."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Dialog, Page, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Shown(NamedTuple):
    """A page in the browser, and what went on beside it."""

    page: Page
    console: list[str]
    """Everything on the console, and errors and dialogs."""
    asked: list[str]
    """Addresses that were asked for, but that of the page itself."""


class Window:
    """`window("<!doctype html>…", width=375)` shows a page as a browser does that has read it from a file."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder

    def __call__(self, html: str, width: int = 1280) -> Shown:
        path = self.folder / "page.html"
        path.write_text(html, encoding="utf-8", newline="\n")
        look = self.browser.new_context(viewport={"width": width, "height": 800})
        shown = Shown(look.new_page(), [], [])
        page = shown.page
        page.on("console", lambda said: shown.console.append(said.text))
        page.on("pageerror", lambda error: shown.console.append(str(error)))
        page.on("dialog", lambda dialog: _note(shown, dialog))
        page.on("request", lambda request: shown.asked.append(request.url))
        page.goto(path.as_uri())
        shown.asked.remove(path.as_uri())
        return shown


def _note(shown: Shown, dialog: Dialog) -> None:
    """A dialog is told and closed, for a page waits for it."""
    shown.console.append(f"dialog: {dialog.message}")
    dialog.dismiss()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip(f"there is no browser: none of {', '.join(NAMES)}")
    with sync_playwright() as driver:
        started = _start(driver, path)
        yield started
        started.close()


def _start(driver: Playwright, path: str) -> Browser:
    """Chromium refuses its own sandbox to root, and in some containers to everybody."""
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    return driver.chromium.launch(executable_path=path, args=["--disable-dev-shm-usage", *options])


@pytest.fixture
def window(browser: Browser, tmp_path: Path) -> Iterator[Window]:
    yield Window(browser, tmp_path)
    for look in browser.contexts:
        look.close()
