package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.result.Outlier;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Loss;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.units.Constants;

/** The small functions of a diagnosis, each on its own, on fits of joint.csv or near it. */
class FindingsOfAFitTest {
  private static final FitOptions ON =
      FitOptions.of(Experiments.LOG, new Noise.Absolute()).withRelaxation(Relaxation.ON);
  private static final Measurement JOINT = Experiments.jointFile(0, 68);
  private static final Fit FIT = refit(JOINT, ON);

  private static Fit refit(Measurement measurement, FitOptions options) {
    ParameterValues start = Experiments.TRUTH;
    for (Map.Entry<Parameter, Double> fixed : options.fixed().entrySet()) {
      start = start.with(fixed.getKey(), fixed.getValue());
    }
    return Fitter.refit(new Observations(measurement, options.noise()), options, start);
  }

  private static Fit withSigma(double factor) {
    return Fitter.refit(
        FIT.observations()
            .withSigma(
                FIT.observations().readings().stream()
                    .mapToDouble(r -> factor * r.sigma().orElseThrow())
                    .toArray()),
        ON,
        FIT.values());
  }

  private static List<Finding> of(List<Finding> findings, FindingCode code) {
    return findings.stream().filter(finding -> finding.code() == code).toList();
  }

  /**
   * χ² is 84.8997 at 64 degrees of freedom (see ChecksTest), over the square of the factor: x =
   * 84.89973366809713/f**2; 2*min(scipy.stats.chi2.sf(x, 64), chi2.cdf(x, 64)).
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0.08273312943832314, CHECK, true, 0.001, large",
    "0.85, 0.00010475760283101959, CHECK, false, 0.001, large",
    "0.8, 2.0730411464982983e-06, FACT, false, 1e-5, large",
    "1.5, 0.0072332569036785335, CHECK, true, 0.001, small",
    "2, 1.8359611849099334e-07, FACT, false, 1e-5, small"
  })
  void chiSquareAsksFirstAndThenSpoils(
      double factor, double pValue, Kind kind, boolean holds, double limit, String side) {
    Fit fit = withSigma(factor);
    Finding found = of(ScatterFindings.of(fit, true), FindingCode.CHI_SQUARE).get(0);
    assertThat(found.pValue()).isCloseTo(pValue, Percentage.withPercentage(0.01));
    assertThat(found.kind()).isEqualTo(kind);
    assertThat(found.holds()).isEqualTo(holds);
    assertThat(found.limit()).isEqualTo(limit);
    assertThat(found.subject()).isEqualTo(side);
    assertThat(found.value())
        .isCloseTo(84.89973366809713 / 64 / (factor * factor), Percentage.withPercentage(1e-4));
    Finding only = of(ScatterFindings.of(fit, false), FindingCode.CHI_SQUARE).get(0);
    assertThat(only.kind()).as("without a shift it spoils nothing").isEqualTo(Kind.CHECK);
    assertThat(only.holds()).isEqualTo(holds);
  }

  /** The smallest eigenvector of JᵀJ with columns of unit length, by Commons Math. */
  @Test
  void theWeakestDirectionIsTheSmallestEigenvector() {
    double[][] jacobian = FIT.linearization().jacobian();
    List<Parameter> free = FIT.free();
    int m = free.size();
    double[] length = new double[m];
    for (double[] row : jacobian) {
      for (int j = 0; j < m; j++) {
        length[j] += row[j] * row[j];
      }
    }
    RealMatrix unit = new Array2DRowRealMatrix(jacobian.length, m);
    for (int i = 0; i < jacobian.length; i++) {
      for (int j = 0; j < m; j++) {
        unit.setEntry(i, j, jacobian[i][j] / Math.sqrt(length[j]));
      }
    }
    double[] weakest = // eigenvalues descend
        new EigenDecomposition(unit.transpose().multiply(unit)).getEigenvector(m - 1).toArray();
    int chi = free.indexOf(Parameter.CHI);
    int dipole = free.indexOf(Parameter.DIPOLE_MOMENT);
    double ratio = weakest[dipole] / weakest[chi] * Math.sqrt(length[chi] / length[dipole]);
    Map<String, Double> changes = WeakDirection.of(FIT);
    assertThat(change(changes, "dipoleMoment") / change(changes, "chi"))
        .isCloseTo(ratio, Percentage.withPercentage(1e-4));
    int rate = free.indexOf(Parameter.RELAXATION_TIME);
    double ofRate =
        weakest[rate]
            / weakest[chi]
            * Math.sqrt(length[chi] / length[rate])
            / FIT.values().relaxationRate();
    assertThat(change(changes, "relaxationTime") / change(changes, "chi"))
        .as("T10 falls where its rate grows")
        .isCloseTo(-ofRate, Percentage.withPercentage(1e-4));
  }

  private static double change(Map<String, Double> changes, String name) {
    return Objects.requireNonNull(changes.get(name), name);
  }

  @Test
  void theLargestChangeIsOnePerCentAndWhatIsSmallIsLeftOut() {
    Map<String, Double> changes = WeakDirection.of(FIT);
    assertThat(changes.entrySet())
        .filteredOn(change -> !change.getKey().equals("referenceFrequency"))
        .allSatisfy(change -> assertThat(Math.abs(change.getValue())).isBetween(0.01, 1.0));
    assertThat(changes.values()).anyMatch(change -> Math.abs(Math.abs(change) - 1) < 1e-12);
    Finding plain = Finding.of(FindingCode.CONDITION, Kind.CHECK, true);
    assertThat(WeakDirection.addTo(plain, FIT).details()).isEqualTo(changes);
  }

  /**
   * Logarithms are known up to 1, the frequency up to the range of the shifts, a rate to itself.
   */
  @Test
  void aParameterIsDeterminedUpToItsUnit() {
    assertThat(Determination.largestError(Parameter.CHI, FIT)).isEqualTo(1);
    assertThat(Determination.largestError(Parameter.DIPOLE_MOMENT, FIT)).isEqualTo(1);
    assertThat(Determination.largestError(Parameter.RELAXATION_TIME, FIT))
        .isCloseTo(FIT.values().relaxationRate(), within(1e-6));
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < FIT.observations().size(); i++) {
      low = Math.min(low, FIT.prediction().frequency(i));
      high = Math.max(high, FIT.prediction().frequency(i));
    }
    assertThat(Determination.largestError(Parameter.REFERENCE_FREQUENCY, FIT))
        .isCloseTo(high - low, Percentage.withPercentage(1e-3));
  }

  @Test
  void aDipoleMomentIsOneOnlyWhereItIsDetermined() {
    DipoleMoment fitted = DipoleMoment.of(FIT);
    assertThat(Objects.requireNonNull(fitted.value()) / Constants.DEBYE).isBetween(4.9, 5.1);
    int column = FIT.free().indexOf(Parameter.DIPOLE_MOMENT);
    assertThat(
            Objects.requireNonNull(fitted.standardError()) / Objects.requireNonNull(fitted.value()))
        .isCloseTo(Math.sqrt(FIT.covariance()[column][column]), Percentage.withPercentage(1e-6));
    DipoleMoment fixed =
        DipoleMoment.of(refit(JOINT, ON.withFixed(Parameter.DIPOLE_MOMENT, 2e-29)));
    assertThat(fixed).isEqualTo(new DipoleMoment(2e-29, null));
    Measurement noise =
        Experiments.simulate(
            Experiments.joint(), Experiments.TRUTH.with(Parameter.CHI, 1e-30), 1000, 1);
    assertThat(DipoleMoment.of(refit(noise, ON))).isEqualTo(DipoleMoment.NONE);
  }

  /**
   * scipy.constants: h*5.012e9/(k*T) is 4.8107612567423 at 50 mK and 3.4362580405302134 at 70 mK.
   */
  @Test
  void aSampleThatIsNotColdIsNoted() {
    assertThat(CircumstanceFindings.of(at(OptionalDouble.empty()), FIT)).isEmpty();
    assertThat(CircumstanceFindings.of(at(OptionalDouble.of(0.05)), FIT)).isEmpty();
    Finding warm = CircumstanceFindings.of(at(OptionalDouble.of(0.07)), FIT).get(0);
    assertThat(warm.code()).isEqualTo(FindingCode.WARM);
    assertThat(warm.kind()).isEqualTo(Kind.NOTE);
    assertThat(warm.value()).isCloseTo(3.4362580405302134, Percentage.withPercentage(0.01));
    assertThat(warm.limit()).isEqualTo(4);
  }

  private static Measurement at(OptionalDouble temperature) {
    return new Measurement(
        "a", JOINT.sweeps(), OptionalDouble.empty(), temperature, List.of(), List.of(), List.of());
  }

  /** Reading 40 is 20 σ off; scipy.stats.norm.isf(0.05/2/68) = 3.3760692415397484. */
  @Test
  void anOutlierIsWhatNoneOfSoManyReadingsWouldBe() {
    Measurement moved = Experiments.moved(JOINT, i -> i == 40 ? -20 * sigma(40) : 0);
    assertThat(Outliers.of(refit(moved, ON))).as("least squares down-weights none").isEmpty();
    for (Loss loss : List.of(Loss.SOFT_L1, Loss.CAUCHY)) {
      Fit robust = refit(moved, ON.withLoss(loss));
      List<Outlier> outliers = Outliers.of(robust);
      List<Integer> expected = new ArrayList<>();
      for (int i = 0; i < robust.observations().size(); i++) {
        if (Math.abs(robust.residual(i)) > 3.3760692415397484) {
          expected.add(i + 2);
        }
      }
      assertThat(outliers).extracting(Outlier::line).containsExactlyElementsOf(expected);
      Outlier far = outliers.stream().filter(o -> o.line() == 42).findFirst().orElseThrow();
      assertThat(far.residual()).isBetween(15.0, 25.0); // fitted less measured
      // w(r) of Cauchy, c = 2.3849: 1/(1 + r²/c²); of soft L1, c = 1.2871: 1/√(1 + r²/c²)
      double c = loss == Loss.CAUCHY ? 2.3849471193624403 : 1.287099224266201;
      double square = 1 + Math.pow(far.residual() / c, 2);
      assertThat(far.weight())
          .isCloseTo(loss == Loss.CAUCHY ? 1 / square : 1 / Math.sqrt(square), within(1e-12));
    }
  }

  private static double sigma(int i) {
    return JOINT.readings().toList().get(i).sigma().orElseThrow();
  }

  /** Below L = 1 readings are near the end of the theory, from L = 0 on outside. */
  @Test
  void everyReadingIsWithinTheTheoryOrNamed() {
    List<Finding> inside = TheoryFindings.of(FIT);
    assertThat(inside).extracting(Finding::code).containsExactly(FindingCode.WITHIN_THEORY);
    assertThat(inside.get(0).holds()).isTrue();
    // all parameters fixed but the frequency, fifty times the field: L = ln(ω0/(Ω/√(1+η) + √v0))
    FitOptions fixed =
        ON.withFixed(Parameter.CHI, 1e-6)
            .withFixed(Parameter.DIPOLE_MOMENT, 5 * Constants.DEBYE)
            .withFixed(Parameter.RELAXATION_TIME, Double.POSITIVE_INFINITY);
    Fit far = refit(Experiments.scaled(JOINT, 50, 1), fixed);
    List<Finding> findings = TheoryFindings.of(far);
    int outside = 0;
    int near = 0;
    for (int i = 0; i < far.observations().size(); i++) {
      double p = 5 * Constants.DEBYE;
      double rates = far.observations().rabi(i, p) + Math.sqrt(far.observations().sweepRate(i, p));
      double logarithm = Math.log(2 * Math.PI * far.values().referenceFrequency() / rates);
      outside += logarithm <= 0 ? 1 : 0;
      near += logarithm > 0 && logarithm < 1 ? 1 : 0;
    }
    assertThat(outside).isPositive();
    assertThat(of(findings, FindingCode.WITHIN_THEORY).get(0).readings()).hasSize(outside);
    assertThat(of(findings, FindingCode.NEAR_END_OF_THEORY).get(0).readings()).hasSize(near);
  }

  @Test
  void whatHasNoMeaningWithoutAShiftIsAllButTheFrequency() {
    assertThat(DeterminationFindings.ofTheShift(FIT))
        .containsExactly("chi", "dipoleMoment", "relaxationTime");
    FitOptions fixed = ON.withFixed(Parameter.DIPOLE_MOMENT, 5 * Constants.DEBYE);
    assertThat(DeterminationFindings.ofTheShift(refit(JOINT, fixed)))
        .containsExactly("chi", "relaxationTime");
  }

  @Test
  void aPartKeepsTheOtherReadings() {
    Observations without = Part.without(FIT, 3);
    assertThat(without.size()).isEqualTo(67);
    List<Reading> expected = new ArrayList<>(FIT.observations().readings());
    expected.remove(3);
    assertThat(without.readings()).isEqualTo(expected);
    assertThat(Part.files(FIT)).containsOnlyKeys("joint.csv");
    assertThat(Places.of(FIT, 3, 2.5)).isEqualTo(new Finding.Place("joint.csv", 5, 2.5));
  }
}
