package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.LzModel;
import tlsfit.model.ParameterValues;
import tlsfit.model.TabulatedIntegral;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.statistics.NormalityTest;

/**
 * The checks on joint.csv, as four tables of 16, 16, 16 and 20 rows, against Python 3.11 with scipy
 * 1.17.1 and numpy 2.4.6: the model by quadrature of its own and the fit by
 * scipy.optimize.least_squares(method="lm") as in FitterTest, the Jacobian J by differences of the
 * fourth order in ln χ, ln p, ln T10 and f_ref. Then, with the residuals r: hat =
 * (numpy.linalg.qr(J)[0] ** 2).sum(1); scipy.stats.anderson(r/sqrt(1 - hat)), times 1 + 0.75/n +
 * 2.25/n²; r/sqrt((r@r - r²/(1 - hat))/(n - 5) (1 - hat)) with 2 n scipy.stats.t.sf; r² hat/(4 (1 -
 * hat)²); a second fit without row 57, which is line 10 of t4.csv; numpy.linalg.lstsq of each
 * table's rows, scipy.stats.chi2.sf and f.sf; the runs by counting orders with integers.
 */
class ChecksTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final FitOptions SCATTER = FitOptions.of(Experiments.LOG, new Noise.FromScatter());
  private static final Measurement JOINT =
      Tables.split(Experiments.jointFile(0, 68), 16, 16, 16, 20);

  /** The Jacobian by differences is good to some 1e-8, and quantities divide it by 1 − hat. */
  private static final Percentage CLOSE = Percentage.withPercentage(1e-4);

  private static Map<String, Check> checks(Fit fit) {
    Map<String, Check> checks = new TreeMap<>();
    Checks.of(fit, Diagnosis.judge(fit)).forEach(check -> checks.put(check.name(), check));
    return checks;
  }

  private static void agrees(Map<String, Check> checks, String name, double value, double pValue) {
    Check check = checks.getOrDefault(name, missing());
    assertThat(check.value()).as(name).isCloseTo(value, CLOSE);
    assertThat(check.pValue().orElse(Double.NaN)).as(name).isCloseTo(pValue, CLOSE);
  }

  private static void agrees(Map<String, Check> checks, String name, double value) {
    Check check = checks.getOrDefault(name, missing());
    assertThat(check.value()).as(name).isCloseTo(value, CLOSE);
    assertThat(check.pValue()).as(name).isEmpty();
  }

  private static Check missing() {
    return new Check("missing", Double.NaN, OptionalDouble.empty(), false, "");
  }

  @Test
  void agreeWithIndependentNumbers() {
    Map<String, Check> checks = checks(Fitter.fit(JOINT, KNOWN));
    agrees(checks, "chiSquare", 84.89973366809713 / 64, 0.04136656471916157);
    agrees(checks, "runs", 32, 0.29981954919077064);
    agrees(checks, "outliers", 4.358290053665173, 0.003354937787934105);
    agrees(checks, "leverage", 0.28315269418058625);
    agrees(checks, "influence", 0.5886064563418387);
    agrees(checks, "correlation", -0.6600976428); // of ln p and ln T10
    agrees(checks, "condition", 4.802029118183234);
    agrees(checks, "tables", 12.686113338361285, 0.3922620143366869);
    Check normality = checks.getOrDefault("normality", missing());
    assertThat(normality.value()).isCloseTo(0.6863195081072772, CLOSE);
    assertThat(checks.getOrDefault("outliers", missing()).passed()).isFalse();
    assertThat(checks.getOrDefault("outliers", missing()).meaning()).contains("t4.csv:10 (+4.4)");
    assertThat(checks.getOrDefault("influence", missing()).meaning())
        .contains("t4.csv:10", "changes by +0.077 %, 0.4 standard errors");
  }

  // With equal weights another fit; the same rows, so only that F takes the place of χ².
  @Test
  void relativeSigmaAreTestedWithF() {
    Fit relative = Fitter.fit(JOINT, FitOptions.of(Experiments.LOG, new Noise.Relative()));
    Map<String, Check> checks = checks(relative);
    agrees(checks, "tables", 12.686113338361285 / (84.89973366809713 / 64), 0.6859752154819736);
    assertThat(checks).doesNotContainKey("chiSquare");
  }

  // To first order about the joint fit; refitting each table in scipy lowers χ² by 12.671587869.
  @Test
  void theLinearFallIsThatOfFitsOfEachTable() {
    TableConsistency found = TableConsistency.of(Fitter.fit(JOINT, KNOWN)).orElseThrow();
    assertThat(found.fall()).isCloseTo(12.671587869551374, Percentage.withPercentage(0.5));
    assertThat(found.added()).isEqualTo(12);
    assertThat(found.farthest()).isEqualTo("t4.csv");
  }

  // scipy.optimize.least_squares on the rows of each table alone.
  @Test
  void tablesAlone() {
    List<TableFit> tables = TableFit.of(Fitter.fit(JOINT, KNOWN));
    assertThat(tables)
        .extracting(TableFit::file)
        .containsExactly("t1.csv", "t2.csv", "t3.csv", "t4.csv");
    double[] chiSquare = {
      26.120535484687487, 10.095088062101766, 8.748668382150914, 39.935441739156964
    };
    double[] reduced = {
      1.6781487478752064, 0.6703948387339498, 0.5996802847586936, 2.1256275003744065
    };
    double[] debye = {5.049942182371354, 5.031953046996024, 5.00500209920653, 5.099384672732083};
    double[] error = {
      0.047723607430025926, 0.004301598289696676, 0.003110157719210952, 0.009358633781750598
    };
    for (int i = 0; i < 4; i++) {
      TableFit table = tables.get(i);
      assertThat(table.chiSquare()).isCloseTo(chiSquare[i], CLOSE);
      assertThat(table.reducedChiSquare().orElseThrow()).isCloseTo(reduced[i], CLOSE);
      double p = table.alone().value().orElseThrow();
      assertThat(p / 3.33564095e-30).isCloseTo(debye[i], Percentage.withPercentage(0.01));
      assertThat(table.alone().standardError().orElseThrow() / p)
          .isCloseTo(error[i], Percentage.withPercentage(0.1));
    }
  }

  @Test
  void aTableTooShortToBeFittedHasNoDipoleMomentButCounts() {
    Measurement few = Tables.split(Experiments.jointFile(0, 68), 3, 45, 20);
    Fit fit = Fitter.fit(few, KNOWN);
    assertThat(TableFit.of(fit).get(0).alone().value()).isEmpty();
    // of three readings three combinations of the four parameters are seen
    assertThat(TableConsistency.of(fit).orElseThrow().added()).isEqualTo(3 + 4 + 4 - 4);
  }

  /**
   * 400 measurements by the right model with the right σ: each test must fail at 5 % in 20 ±
   * 3.5·4.4 of them. The runs come in whole numbers, and fitted residuals turn more often: there 20
   * is the most to expect.
   */
  @Test
  void failsAsOftenByChanceAsItsLevelSays() {
    for (FitOptions options : List.of(KNOWN, SCATTER)) {
      Map<String, Integer> failed = new TreeMap<>();
      for (int seed = 0; seed < 400; seed++) {
        Observations observations = new Observations(Tables.simulated(1000, seed), options.noise());
        Fit fit = Fitter.refit(observations, options, Experiments.TRUTH);
        checks(fit)
            .forEach(
                (name, check) -> {
                  if (check.pValue().isPresent()) {
                    failed.merge(name, check.pValue().getAsDouble() < 0.05 ? 1 : 0, Integer::sum);
                  }
                });
      }
      assertThat(failed).hasSize(options.noise() instanceof Noise.Absolute ? 5 : 4);
      failed.forEach(
          (name, count) -> assertThat(count).as(name).isBetween(name.equals("runs") ? 1 : 5, 35));
    }
  }

  /** Another model than that of the readings is seen, with σ and without. */
  @Test
  void aWrongModelIsSeen() {
    ParameterValues slow =
        new ParameterValues(1.2e-4, Experiments.TRUTH.dipoleMoment(), 1 / 3e-5, 5.012e9);
    for (FitOptions options : List.of(KNOWN, SCATTER)) {
      int runs = 0;
      int tables = 0;
      for (int seed = 0; seed < 10; seed++) {
        Measurement lz =
            Tables.simulated(new LzModel(new TabulatedIntegral()), slow, 1000, true, seed);
        Map<String, Check> checks = checks(Fitter.fit(lz, options.withRelaxation(Relaxation.ON)));
        runs += checks.getOrDefault("runs", missing()).passed() ? 0 : 1;
        tables += checks.getOrDefault("tables", missing()).passed() ? 0 : 1;
      }
      assertThat(runs).isEqualTo(10);
      assertThat(tables).isEqualTo(10);
    }
  }

  /** One table with fields 5 % too large: an attenuator forgotten. */
  @Test
  void aTableThatDisagreesIsSeen() {
    Measurement good = Tables.simulated(1000, 3);
    List<Reading> rows = good.readings().toList();
    Measurement scaled = Experiments.scaled(Experiments.of(rows), 1.05, 1);
    List<Reading> mixed = new ArrayList<>(rows.subList(0, 32));
    mixed.addAll(scaled.readings().toList().subList(32, 48));
    mixed.addAll(rows.subList(48, 68));
    Measurement bad = Tables.split(Experiments.of(mixed), 16, 16, 16, 20);
    Check tables = checks(Fitter.fit(bad, KNOWN)).getOrDefault("tables", missing());
    assertThat(tables.passed()).isFalse();
    assertThat(tables.meaning()).contains("contradict", "t3.csv");
  }

  @Test
  void aDriftIsSeen() {
    Map<String, Check> checks = checks(Fitter.fit(disturbed(4000, 0), SCATTER));
    assertThat(checks.getOrDefault("runs", missing()).passed()).isFalse();
    assertThat(checks.getOrDefault("runs", missing()).meaning()).contains("drifts");
  }

  @Test
  void anOutlierIsSeen() {
    Map<String, Check> checks = checks(Fitter.fit(disturbed(0, -20000), SCATTER));
    assertThat(checks.getOrDefault("outliers", missing()).passed()).isFalse();
    assertThat(checks.getOrDefault("outliers", missing()).meaning()).contains("t3.csv:10 (-");
    assertThat(checks.getOrDefault("normality", missing()).passed()).isFalse();
    assertThat(checks.getOrDefault("runs", missing()).passed()).isTrue();
  }

  /** A good measurement with a slow drift, and an error of reading 40. */
  private static Measurement disturbed(double drift, double error) {
    List<Reading> rows = Tables.simulated(1000, 5).readings().toList();
    List<Reading> disturbed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Reading r = rows.get(i);
      double change = drift * Math.sin(i / 2.0) + (i == 40 ? error : 0);
      disturbed.add(
          new Reading(
              r.drive(), r.biasRate(), r.frequency() + change, OptionalDouble.empty(), r.origin()));
    }
    return Tables.split(Experiments.of(disturbed), 16, 16, 16, 20);
  }

  @Test
  void withoutAShiftOnlyTheNoiseIsChecked() {
    ParameterValues none = new ParameterValues(1e-30, 1e-29, 0, 5.012e9);
    Measurement noise = Experiments.simulate(Experiments.powerSweep(3e10, 30), none, 500, 2);
    assertThat(checks(Fitter.fit(noise, KNOWN)).keySet())
        .containsExactly("chiSquare", "normality", "outliers", "runs");
  }

  @Test
  void rounding() {
    Measurement exact = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 0, 1);
    assertThat(checks(Fitter.fit(exact, SCATTER)).keySet())
        .containsExactly("condition", "correlation", "leverage", "starts");
  }

  // Table 4.9 of D'Agostino and Stephens is also scipy.stats.anderson's: 10, 5, 2.5 and 1 % at
  // 0.631, 0.752, 0.873 and 1.035. The formulas for p are fits, good to a few per cent of it.
  @Test
  void normalityHasThePublishedPoints() {
    assertThat(NormalityTest.pValue(0.631)).isCloseTo(0.10, within(2e-3));
    assertThat(NormalityTest.pValue(0.752)).isCloseTo(0.05, within(1e-3));
    assertThat(NormalityTest.pValue(0.873)).isCloseTo(0.025, within(5e-4));
    assertThat(NormalityTest.pValue(1.035)).isCloseTo(0.01, within(3e-4));
    for (double end : new double[] {0.2, 0.34, 0.6}) { // the pieces meet
      assertThat(NormalityTest.pValue(end - 1e-9))
          .isCloseTo(NormalityTest.pValue(end), within(0.01));
    }
    assertThat(NormalityTest.pValue(500)).isBetween(0.0, 1e-20);
    assertThat(NormalityTest.of(new double[] {1, 2, 3, 4, 5, 6, 7})).isEmpty();
    assertThat(NormalityTest.of(new double[9])).isEmpty();
  }
}
