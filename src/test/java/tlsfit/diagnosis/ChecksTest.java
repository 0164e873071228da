package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.LzModel;
import tlsfit.model.ParameterValues;
import tlsfit.model.TabulatedIntegral;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.result.TableFit;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;

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

  private static Map<FindingCode, Finding> checks(Fit fit) {
    Map<FindingCode, Finding> checks = new EnumMap<>(FindingCode.class);
    Diagnosis diagnosis = Diagnosis.of(fit);
    Stream.concat(diagnosis.findings().stream(), Checks.of(fit, diagnosis).stream())
        .filter(
            finding ->
                finding.kind() == Kind.CHECK
                    || (finding.kind() == Kind.NOTE && finding.holds())
                    || finding.pValue() != null)
        .filter(finding -> finding.code() != FindingCode.SHIFT_SEEN)
        .forEach(finding -> checks.put(finding.code(), finding));
    return checks;
  }

  private static Finding get(Map<FindingCode, Finding> checks, FindingCode code) {
    return Objects.requireNonNull(checks.get(code), code.key());
  }

  private static void agrees(
      Map<FindingCode, Finding> checks, FindingCode code, double value, double pValue) {
    assertThat(get(checks, code).value()).as(code.key()).isCloseTo(value, CLOSE);
    assertThat(get(checks, code).pValue()).as(code.key()).isCloseTo(pValue, CLOSE);
  }

  private static void agrees(Map<FindingCode, Finding> checks, FindingCode code, double value) {
    assertThat(get(checks, code).value()).as(code.key()).isCloseTo(value, CLOSE);
    assertThat(get(checks, code).pValue()).as(code.key()).isNull();
  }

  @Test
  void agreeWithIndependentNumbers() {
    Map<FindingCode, Finding> checks = checks(Fitter.fit(JOINT, KNOWN));
    agrees(checks, FindingCode.CHI_SQUARE, 84.89973366809713 / 64, 2 * 0.04136656471916157);
    agrees(checks, FindingCode.RUNS, 32, 0.29981954919077064);
    agrees(checks, FindingCode.OUTLIERS, 4.358290053665173, 0.003354937787934105);
    agrees(checks, FindingCode.LEVERAGE, 0.28315269418058625);
    agrees(checks, FindingCode.INFLUENCE, 0.5886064563418387);
    agrees(checks, FindingCode.CORRELATION, -0.6600976428); // of ln p and ln T10
    agrees(checks, FindingCode.CONDITION, 4.802029118183234);
    agrees(checks, FindingCode.TABLES, 12.686113338361285, 0.3922620143366869);
    Finding normality = get(checks, FindingCode.NORMALITY);
    assertThat(normality.value()).isCloseTo(0.6863195081072772, CLOSE);
    assertThat(get(checks, FindingCode.OUTLIERS).holds()).as("by 1 in 300").isTrue();
    Finding.Place outlier = get(checks, FindingCode.OUTLIERS).readings().get(0);
    assertThat(outlier).hasToString("t4.csv:10");
    assertThat(outlier.value()).isCloseTo(4.358290053665173, CLOSE);
    Finding influence = get(checks, FindingCode.INFLUENCE);
    assertThat(influence.readings()).containsExactly(new Finding.Place("t4.csv", 10));
    assertThat(influence.detail("change")).isCloseTo(7.7e-4, Percentage.withPercentage(1));
    assertThat(influence.detail("standardErrors")).isCloseTo(0.4, Percentage.withPercentage(10));
  }

  // With equal weights another fit; the same rows, so only that F takes the place of χ².
  @Test
  void relativeSigmaAreTestedWithF() {
    Fit relative = Fitter.fit(JOINT, FitOptions.of(Experiments.LOG, new Noise.Relative()));
    Map<FindingCode, Finding> checks = checks(relative);
    agrees(
        checks,
        FindingCode.TABLES,
        12.686113338361285 / (84.89973366809713 / 64),
        0.6859752154819736);
    assertThat(checks).doesNotContainKey(FindingCode.CHI_SQUARE);
  }

  // To first order about the joint fit; refitting each table in scipy lowers χ² by 12.671587869.
  @Test
  void theLinearFallIsThatOfFitsOfEachTable() {
    TableConsistency found = TableConsistency.of(Fitter.fit(JOINT, KNOWN)).orElseThrow();
    assertThat(found.fall()).isCloseTo(12.671587869551374, Percentage.withPercentage(0.5));
    assertThat(found.added()).isEqualTo(12);
    assertThat(found.farthest()).isEqualTo("t4.csv");
  }

  /**
   * Under a robust loss χ² scatters by the noise variance although σ is known: the p-value belongs
   * to the fall in its units, which is what the check shows.
   */
  @Test
  void underARobustLossTheTablesAreTestedInUnitsOfTheNoiseVariance() {
    Fit robust = Fitter.fit(JOINT, KNOWN.withLoss(Loss.SOFT_L1));
    TableConsistency found = TableConsistency.of(robust).orElseThrow();
    assertThat(found.added()).isEqualTo(12);
    // The fall 6.40320 and the variance 0.685772 are the program's own; their p-value is
    // scipy.stats.chi2.sf(6.403199040713779/0.6857719819277523, 12), that of the fall alone 0.89.
    double inUnits = found.fall() / robust.noiseVariance();
    assertThat(inUnits).isCloseTo(9.337212965035324, CLOSE);
    agrees(checks(robust), FindingCode.TABLES, inUnits, 0.6738899437808983);
  }

  // scipy.optimize.least_squares on the rows of each table alone.
  @Test
  void tablesAlone() {
    Fit fit = Fitter.fit(JOINT, KNOWN);
    List<TableFit> tables = TableFits.of(fit, Diagnosis.of(fit));
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
      assertThat(table.reducedChiSquare()).isCloseTo(reduced[i], CLOSE);
      double p = Objects.requireNonNull(table.dipoleMoment());
      assertThat(p / 3.33564095e-30).isCloseTo(debye[i], Percentage.withPercentage(0.01));
      assertThat(Objects.requireNonNull(table.standardError()) / p)
          .isCloseTo(error[i], Percentage.withPercentage(0.1));
    }
  }

  @Test
  void aTableTooShortToBeFittedHasNoDipoleMomentButCounts() {
    Measurement few = Tables.split(Experiments.jointFile(0, 68), 3, 45, 20);
    Fit fit = Fitter.fit(few, KNOWN);
    assertThat(TableFits.of(fit, Diagnosis.of(fit)).get(0).dipoleMoment()).isNull();
    // of three readings three combinations of the four parameters are seen
    assertThat(TableConsistency.of(fit).orElseThrow().added()).isEqualTo(3 + 4 + 4 - 4);
  }

  /** Another model than that of the readings is seen, with σ and without. */
  @Test
  void aWrongModelIsSeen() {
    ParameterValues slow =
        new ParameterValues(1.2e-4, Experiments.TRUTH.dipoleMoment(), 1 / 3e-5, 5.012e9);
    for (FitOptions options : List.of(KNOWN, SCATTER)) {
      int runs = 0;
      for (int seed = 0; seed < 10; seed++) {
        Measurement lz =
            Tables.simulated(new LzModel(new TabulatedIntegral()), slow, 1000, true, seed);
        Map<FindingCode, Finding> checks =
            checks(Fitter.fit(lz, options.withRelaxation(Relaxation.ON)));
        runs += spoils(checks, FindingCode.SERIAL_CORRELATION) ? 1 : 0;
      }
      assertThat(runs).isEqualTo(10);
    }
  }

  private static boolean spoils(Map<FindingCode, Finding> checks, FindingCode code) {
    return get(checks, code).kind() == Kind.FACT && !get(checks, code).holds();
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
    Finding tables = get(checks(Fitter.fit(bad, KNOWN)), FindingCode.TABLES);
    assertThat(tables.holds()).isFalse();
    assertThat(tables.subject()).isEqualTo("t3.csv");
  }

  @Test
  void aDriftIsSeen() {
    Map<FindingCode, Finding> checks = checks(Fitter.fit(disturbed(4000, 0), SCATTER));
    assertThat(get(checks, FindingCode.RUNS).holds()).isFalse();
  }

  @Test
  void anOutlierIsSeen() {
    Map<FindingCode, Finding> checks = checks(Fitter.fit(disturbed(0, -20000), SCATTER));
    assertThat(get(checks, FindingCode.OUTLIERS).holds()).isFalse();
    Finding.Place place = get(checks, FindingCode.OUTLIERS).readings().get(0);
    assertThat(place).hasToString("t3.csv:10");
    assertThat(place.value()).isNegative();
    assertThat(get(checks, FindingCode.NORMALITY).holds()).isFalse();
    assertThat(get(checks, FindingCode.RUNS).holds()).isTrue();
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
        .containsExactlyInAnyOrder(
            FindingCode.CHI_SQUARE,
            FindingCode.NORMALITY,
            FindingCode.OUTLIERS,
            FindingCode.RUNS,
            FindingCode.SERIAL_CORRELATION);
  }

  @Test
  void rounding() {
    Measurement exact = Experiments.simulate(Experiments.joint(), Experiments.TRUTH, 0, 1);
    assertThat(checks(Fitter.fit(exact, SCATTER)).keySet())
        .containsExactlyInAnyOrder(
            FindingCode.CONDITION,
            FindingCode.CORRELATION,
            FindingCode.LEVERAGE,
            FindingCode.STARTS);
  }
}
