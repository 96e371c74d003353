const shape = /^auto-ops-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.tar\.gz$/;

/** The file name of a backup by the time of the copy, and the time by the name; undefined for the name of something else. */
export const backupName = {
  of: (time: Date): string => `auto-ops-${time.toISOString().replace(/[-:.]/g, '')}.tar.gz`,
  timeOf(name: string): Date | undefined {
    const [, year, month, day, hours, minutes, seconds, rest] = shape.exec(name) ?? [];
    const time = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${rest}Z`);
    return Number.isNaN(time.getTime()) ? undefined : time;
  },
};
