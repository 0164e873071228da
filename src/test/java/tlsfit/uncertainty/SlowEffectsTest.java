package tlsfit.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tlsfit.diagnosis.SlowChanges;
import tlsfit.model.Parameter;
import tlsfit.result.SystematicUncertainty;
import tlsfit.setup.SlowChange;
import tlsfit.setup.SlowChange.Kind;

class SlowEffectsTest {
  private static SlowChanges.Candidate candidate(String table, Kind kind, double p, double chi) {
    return new SlowChanges.Candidate(
        new SlowChange(table, kind),
        0,
        1,
        0.3,
        100,
        100,
        Map.of(Parameter.DIPOLE_MOMENT, p, Parameter.CHI, chi));
  }

  /** Baselines are several answers to one question. */
  @Test
  void ofEachTableAndFamilyTheOneThatChangesTheDipoleMomentMost() {
    SlowChanges tried =
        new SlowChanges(
            List.of(
                candidate("a.csv", Kind.LINEAR_DRIFT, 1e-31, 1e-6),
                candidate("a.csv", Kind.LINEAR_BASELINE, 2e-31, 9e-6),
                candidate("a.csv", Kind.SQRT_BASELINE, -3e-31, 3e-6),
                candidate("b.csv", Kind.OWN_REFERENCE, 4e-31, 4e-6),
                candidate("b.csv", Kind.LINEAR_DRIFT, 5e-31, 5e-6)));
    assertThat(SlowEffects.of(tried))
        .containsExactly(
            line("linear-drift a.csv", 1e-31, 1e-6),
            line("sqrt-baseline a.csv", -3e-31, 3e-6),
            line("own-reference b.csv", 4e-31, 4e-6),
            line("linear-drift b.csv", 5e-31, 5e-6));
  }

  private static SystematicUncertainty line(String source, double p, double chi) {
    return new SystematicUncertainty(
        SystematicUncertainty.Kind.SLOW, source, Map.of("dipoleMoment", p, "chi", chi));
  }
}
