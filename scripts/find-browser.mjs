/** Finds a Chromium to test in, and the flags that let it draw WebGL without a graphics card. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";

/**
 * The browser to use: NORMSCOPE_CHROMIUM, Playwright's own, the system's, or one that Playwright then downloads.
 * Throws one sentence when there is none and none can be had.
 */
export async function findBrowser({ mayInstall = true } = {}) {
  const named = process.env.NORMSCOPE_CHROMIUM;
  if (named) {
    if (existsSync(named)) return { path: named, origin: "NORMSCOPE_CHROMIUM" };
    throw new Error(`NORMSCOPE_CHROMIUM is "${named}", and there is no such file.`);
  }
  const { chromium } = await import("playwright");
  const found = playwrightsOwn(chromium.executablePath()) ?? systems();
  if (found) return found;
  if (mayInstall && installed()) return playwrightsOwn(chromium.executablePath()) ?? missing();
  return missing();
}

const GL = {
  mesa: ["--use-gl=angle", "--use-angle=gl-egl", "--ignore-gpu-blocklist"],
  swiftshader: ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  /** Whatever the browser would use for anybody. */
  own: [],
};

/** Flags for `launch`. NORMSCOPE_GL says who draws: `mesa`, `swiftshader`, or the browser's `own` choice. */
export function launchArguments(
  gl = process.env.NORMSCOPE_GL ?? (hasMesa() ? "mesa" : "swiftshader"),
) {
  if (!Object.hasOwn(GL, gl))
    throw new Error(`NORMSCOPE_GL is "${gl}"; it can be ${Object.keys(GL).join(", ")}.`);
  return [
    ...GL[gl],
    // Chromium refuses to run its sandbox as root, which is who one is in a container.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ];
}

/** `executablePath` is of the full build, even where only the headless shell was installed. */
function playwrightsOwn(executablePath) {
  if (existsSync(executablePath)) return { path: executablePath, origin: "Playwright" };
  const build = executablePath.match(/^(.*[\\/])chromium-(\d+)[\\/]/);
  if (!build) return null;
  const shell = `${build[1]}chromium_headless_shell-${build[2]}`;
  for (const folder of listed(shell))
    for (const name of listed(join(shell, folder)))
      if (/^(chrome-)?headless[-_]shell(\.exe)?$/.test(name))
        return { path: join(shell, folder, name), origin: "Playwright" };
  return null;
}

function systems() {
  const path = systemPaths().find((candidate) => existsSync(candidate) && answers(candidate));
  return path ? { path, origin: "the system" } : null;
}

function systemPaths() {
  if (process.platform === "win32") {
    const homes = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
      .map((name) => process.env[name])
      .filter(Boolean);
    const places = [
      "Chromium/Application/chrome.exe",
      "Google/Chrome/Application/chrome.exe",
      "Microsoft/Edge/Application/msedge.exe",
    ];
    return places.flatMap((place) => homes.map((home) => join(home, place)));
  }
  const names = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
  ];
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"];
  const applications = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/opt/google/chrome/chrome",
  ];
  return [
    ...names.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name))),
    ...applications,
  ];
}

/** Some systems keep a stub that only tells how to install the browser. On Windows, asking opens a window. */
function answers(path) {
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 15_000 }).status === 0;
}

function installed() {
  const cli = join(dirname(createRequire(import.meta.url).resolve("playwright")), "cli.js");
  const { status } = spawnSync(process.execPath, [cli, "install", "chromium"], {
    stdio: ["ignore", "inherit", "inherit"],
    timeout: 300_000,
  });
  return status === 0;
}

function missing() {
  throw new Error(
    "No Chromium was found: install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or name one in NORMSCOPE_CHROMIUM.",
  );
}

/** Mesa's EGL and its drivers, which draw WebGL on the processor, and faster than SwiftShader. */
function hasMesa() {
  if (process.platform !== "linux") return false;
  const libraries = ["/usr/lib", "/usr/lib64", ...listed("/usr/lib").filter(isTriplet).map(inLib)];
  const has = (pattern) =>
    libraries.some((folder) => listed(folder).some((name) => pattern.test(name)));
  return has(/^libEGL_mesa\.so/) && (has(/^libgallium/) || libraries.some(hasDrivers));
}

function hasDrivers(folder) {
  return listed(join(folder, "dri")).some((name) => /^(swrast|kms_swrast)_dri\.so$/.test(name));
}

function isTriplet(name) {
  return name.includes("-linux-gnu");
}

function inLib(name) {
  return join("/usr/lib", name);
}

function listed(folder) {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that is not there, or not ours to read, holds nothing for us.
    return [];
  }
}
