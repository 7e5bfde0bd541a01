/**
 * Compares what package-lock.json asks for with what npm noted that it installed.
 * A package that is optional may be missing: most are builds for other systems.
 */
export function isUpToDate(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, { version, integrity, optional, link }]) => {
    if (path === "" || link) return true;
    const found = installed.packages[path];
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

/** Whether a version such as "v20.19.0" is at least the one asked for, such as "20.19". */
export function isAtLeast(version, least) {
  const [major, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const [leastMajor, leastMinor = 0] = least.split(".").map(Number);
  return major === leastMajor ? minor >= leastMinor : major > leastMajor;
}
