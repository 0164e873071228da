package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.result.Shape;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;

/** How often findings warn and spoil: seldom of good readings, surely of bad ones, σ or no σ. */
class LevelsTest {
  private static final int FITS = 200;
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final FitOptions RELATIVE = FitOptions.of(Experiments.LOG, new Noise.Relative());
  private static final FitOptions TABLES = FitOptions.of(Experiments.LOG, new Noise.PerTable());
  private static final FitOptions SCATTER = FitOptions.of(Experiments.LOG, new Noise.FromScatter());

  /** The findings of fits to good readings, half of them with σ. */
  private static final List<List<Finding>> CLEAN = new ArrayList<>();

  @BeforeAll
  static void fit() {
    for (int seed = 0; seed < FITS; seed++) {
      CLEAN.add(findings(Tables.simulated(1000, 100 + seed), seed % 2 == 0 ? KNOWN : SCATTER));
    }
  }

  private static List<Finding> findings(Measurement measurement, FitOptions options) {
    Observations observations = new Observations(measurement, options.noise());
    Fit fit = Fitter.refit(observations, options, Experiments.TRUTH);
    assertThat(fit.minimum().stop().converged()).isTrue();
    Diagnosis seen = new Diagnosis(true, Set.of(), Shape.EXTREMUM, List.of());
    List<Finding> findings = new ArrayList<>(ScatterFindings.of(fit, true));
    findings.addAll(MeasurementFindings.of(measurement, fit, seen));
    return findings;
  }

  private static boolean fails(List<Finding> findings, Kind kind) {
    return findings.stream().anyMatch(finding -> finding.kind() == kind && !finding.holds());
  }

  private static boolean spoils(List<Finding> findings, FindingCode code) {
    return findings.stream()
        .anyMatch(
            finding -> finding.code() == code && finding.kind() == Kind.FACT && !finding.holds());
  }

  @Test
  void goodReadingsAreNotRefusedAndSeldomWarned() {
    assertThat(CLEAN).noneMatch(findings -> fails(findings, Kind.FACT));
    long warned = CLEAN.stream().filter(findings -> fails(findings, Kind.CHECK)).count();
    assertThat(warned).isLessThan((long) (0.03 * FITS));
  }

  /** Each p-value is below 5 % in 5 ± 3.5·1.6 % of the fits; runs and outliers promise less. */
  @Test
  void pValuesAreWhatTheySay() {
    Map<FindingCode, int[]> counts = new EnumMap<>(FindingCode.class);
    for (List<Finding> findings : CLEAN) {
      for (Finding finding : findings) {
        Double pValue = finding.pValue();
        if (pValue != null) {
          int[] count = counts.computeIfAbsent(finding.code(), code -> new int[2]);
          count[0]++;
          count[1] += pValue < 0.05 ? 1 : 0;
        }
      }
    }
    assertThat(counts.keySet())
        .containsExactlyInAnyOrder(
            FindingCode.CHI_SQUARE,
            FindingCode.RUNS,
            FindingCode.SERIAL_CORRELATION,
            FindingCode.NORMALITY,
            FindingCode.OUTLIERS,
            FindingCode.TABLES);
    counts.forEach(
        (code, count) -> {
          double deviation = Math.sqrt(0.05 * 0.95 / count[0]);
          assertThat((double) count[1] / count[0])
              .as(code.key())
              .isLessThan(0.05 + 3.5 * deviation);
        });
  }

  private static Measurement disturbed(IntToDoubleFunction change) {
    List<Reading> rows = new ArrayList<>();
    List<Reading> good = Tables.simulated(1000, 7).readings().toList();
    for (int i = 0; i < good.size(); i++) {
      Reading r = good.get(i);
      rows.add(
          new Reading(
              r.drive(),
              r.biasRate(),
              r.frequency() + change.applyAsDouble(i),
              OptionalDouble.of(1000),
              r.origin()));
    }
    return Tables.split(Experiments.of(rows), 16, 16, 16, 20);
  }

  /** What no scale of σ cures: the test spoils the fit whatever is made of the σ. */
  @Test
  void aContradictionSpoilsWhateverIsMadeOfSigma() {
    Measurement cooldown = disturbed(i -> i >= 32 && i < 48 ? 12000 : 0);
    Measurement drift = disturbed(i -> 6000 * Math.sin(i / 5.0));
    Measurement outlier = disturbed(i -> i == 40 ? -30000 : 0);
    for (FitOptions options : List.of(KNOWN, RELATIVE, TABLES, SCATTER)) {
      String noise = options.noise().name();
      assertThat(spoils(findings(cooldown, options), FindingCode.TABLES)).as(noise).isTrue();
      assertThat(spoils(findings(drift, options), FindingCode.SERIAL_CORRELATION))
          .as(noise)
          .isTrue();
      assertThat(spoils(findings(outlier, options), FindingCode.OUTLIERS)).as(noise).isTrue();
    }
  }
}
