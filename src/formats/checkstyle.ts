import type { Finding } from '../descriptor/finding.ts';
import type { Incident, Report } from '../report/report.ts';
import { incidentText } from './incidents-text.ts';
import { doesCount } from './judged-finding.ts';
import type { ReportFormat } from './report-format.ts';
import { type XmlElement, xmlDocument } from './xml.ts';

/** What counts against the descriptors as Checkstyle XML, for tools that read the reports of linters. */
export const checkstyle: ReportFormat = {
  fileExtension: 'xml',
  write: (report) =>
    // The version is that of the form of the report, which readers of it expect.
    xmlDocument({ name: 'checkstyle', attributes: { version: '4.3' }, children: filesOf(report) }),
};

/** Every file that was checked, also the clean ones, and every other that something is wrong with. */
function filesOf({ descriptors, findings, incidents }: Report): XmlElement[] {
  const errors = new Map<string, XmlElement[]>(descriptors.map(({ path }) => [path, []]));
  const add = (path: string, error: XmlElement): void => {
    const others = errors.get(path);
    if (others === undefined) errors.set(path, [error]);
    else others.push(error);
  };
  for (const finding of [...descriptors.flatMap((descriptor) => descriptor.findings), ...findings]) {
    if (doesCount(finding)) add(finding.location.path, findingError(finding));
  }
  for (const incident of incidents) add(incident.path, incidentError(incident));
  return [...errors].map(([name, children]) => ({ name: 'file', attributes: { name }, children }));
}

function findingError({ rule, severity, message, help, location }: Finding): XmlElement {
  const { line, column } = location.range.start;
  return {
    name: 'error',
    attributes: {
      // The form has no number 0: what has no place has no line.
      line: line > 0 ? line : undefined,
      column: line > 0 && column > 0 ? column : undefined,
      severity,
      message: `${message} ${help}`,
      source: `microcred.${rule}`,
    },
  };
}

/** What was not judged may not look clean, so it stands among the errors. */
function incidentError(incident: Incident): XmlElement {
  const { kind } = incident;
  return {
    name: 'error',
    attributes: { severity: 'error', message: incidentText(incident), source: `microcred.${kind}` },
  };
}
