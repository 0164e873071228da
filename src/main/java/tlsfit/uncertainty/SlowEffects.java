package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tlsfit.diagnosis.SlowChanges;
import tlsfit.model.Parameter;
import tlsfit.result.SystematicUncertainty;
import tlsfit.result.SystematicUncertainty.Kind;
import tlsfit.setup.SlowChange.Family;

/**
 * The effects of slow changes that are not fitted, at the size that the readings allow: of each
 * table one line for drifts, one for baselines, one for its reference frequency, of which the
 * member counts that changes p most.
 */
final class SlowEffects {
  private SlowEffects() {}

  private record Slot(String table, Family family) {}

  static List<SystematicUncertainty> of(SlowChanges tried) {
    Map<Slot, SlowChanges.Candidate> largest = new LinkedHashMap<>();
    for (SlowChanges.Candidate candidate : tried.candidates()) {
      Slot slot = new Slot(candidate.change().table(), candidate.change().kind().family());
      largest.merge(slot, candidate, (a, b) -> size(b) > size(a) ? b : a);
    }
    List<SystematicUncertainty> lines = new ArrayList<>();
    for (SlowChanges.Candidate candidate : largest.values()) {
      String source = candidate.change().kind().key() + " " + candidate.change().table();
      lines.add(SystematicEffects.line(Kind.SLOW, source, candidate.changes()));
    }
    return lines;
  }

  private static double size(SlowChanges.Candidate candidate) {
    return Math.abs(candidate.changes().getOrDefault(Parameter.DIPOLE_MOMENT, 0.0));
  }
}
