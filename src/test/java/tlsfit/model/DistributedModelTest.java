package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributedModelTest {
  private static final FieldDistribution UNIFORM = new UniformField();

  private final LandauZenerIntegral integral = new TabulatedIntegral();
  private final ShiftModel base = new LogModel(integral);

  /** K = Ω^a v0^b, whose averages are known in closed form. */
  private record PowerModel(double a, double b) implements ShiftModel {
    @Override
    public String name() {
      return "power";
    }

    @Override
    public Shift shift(double rabi, double sweepRate, double omega0, double relaxationRate) {
      double k = Math.pow(rabi, a) * Math.pow(sweepRate, b);
      return new Shift(k, a * k, b * k, 0, 0, 0);
    }
  }

  /** K = S alone, without the logarithm. */
  private record StrengthModel(LandauZenerIntegral integral) implements ShiftModel {
    @Override
    public String name() {
      return "strength";
    }

    @Override
    public Shift shift(double rabi, double sweepRate, double omega0, double relaxationRate) {
      double[] s = new double[3];
      integral.evaluate(Rates.xi(rabi, sweepRate), Rates.eta(omega0, sweepRate, relaxationRate), s);
      return new Shift(s[0], 2 * s[1], 0, 0, 0, 1);
    }
  }

  // numpy 2.4: S·L with S by tanh-sinh rules in u and c, averaged by 200 Gauss-Legendre points over
  // z = ln p/σ_p with the density e^(−z²/2) p²/⟨p²⟩; 120 points give the same to 1e-13.
  @ParameterizedTest
  @CsvSource({
    "0.3, 1, 99.3459, 0, 0.78588233089432",
    "0.3, 0.1, 3141.59, 1, 0.048796140544194",
    "1, 1, 99.3459, 0, 0.63755501053761",
    "1, 0.1, 3141.59, 1, 0.28130843737406",
    "2, 0.1, 3141.59, 1, 0.58678926202765",
  })
  void averagesOverDipoleMoments(
      double width, double rabi, double omega0, double eta, double expected) {
    ShiftModel model = new DistributedModel(base, width, UNIFORM);
    assertThat(model.shift(rabi, 1, omega0, eta / omega0).value())
        .isCloseTo(expected, relative(2e-10));
  }

  // As above, 200 Gauss-Legendre points over ln s; at Ω_R0/√v0 = 0.05, ω0/√v0 = 3141.59, η = 0.5.
  @ParameterizedTest
  @CsvSource({
    "2, 1e4, 0.18242410507138",
    "1, 10, 0.16168614006037",
    "1.5, 100, 0.36512846914446",
    "3, 1e4, 0.051191891847722",
  })
  void averagesOverFields(double exponent, double largest, double expected) {
    ShiftModel model =
        new DistributedModel(base, 0, new PowerLawField(exponent, largest, FieldWeight.ENERGY));
    assertThat(model.shift(0.05, 1, 3141.59, 0.5 / 3141.59).value())
        .isCloseTo(expected, relative(2e-10));
  }

  // For K = Ω^a v0^b: ⟨p² p^m⟩/⟨p²⟩ = exp(2mσ² + m²σ²/2) with m = a + b; and over fields with the
  // density e^(βx), β = 1 − α, of x = ln s: [(s^(β+a) − 1)/(β+a)]/[(s^β − 1)/β].
  @ParameterizedTest
  @CsvSource({"0.1, 2, 100", "0.7, 2.3, 10", "1, 0, 30", "1.2, 1.25, 10", "0.5, 5, 1e4"})
  void hasTheMomentsOfItsDistributions(double width, double exponent, double largest) {
    double a = 1.5;
    double b = -0.5;
    DistributedModel model =
        new DistributedModel(
            new PowerModel(a, b), width, new PowerLawField(exponent, largest, FieldWeight.ENERGY));
    double m = a + b;
    double overDipoles = Math.exp(2 * m * width * width + m * m * width * width / 2);
    DoubleUnaryOperator overFields =
        alpha -> {
          double beta = 1 - alpha;
          return Math.expm1((beta + a) * Math.log(largest))
              / (beta + a)
              * beta
              / Math.expm1(beta * Math.log(largest));
        };
    Shift shift = model.shift(3, 7, 1e30, 0);
    double expected =
        Math.pow(3, a) * Math.pow(7, b) * overDipoles * overFields.applyAsDouble(exponent);
    assertThat(shift.value()).isCloseTo(expected, relative(1e-10));
    assertThat(shift.byLnRabi()).isCloseTo(a * expected, relative(1e-10));
    assertThat(shift.by(Parameter.DIPOLE_WIDTH))
        .isCloseTo(expected * (4 * m + m * m) * width, relative(1e-9));
    double byExponent =
        Differences.derivative(alpha -> Math.log(overFields.applyAsDouble(alpha)), exponent, 1e-2);
    assertThat(shift.by(Parameter.FIELD_EXPONENT)).isCloseTo(expected * byExponent, relative(1e-7));
  }

  @Test
  void agreesWithAFinerRule() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3);
    for (double width : new double[] {1e-3, 0.1, 0.3, 0.7, 1, 1.5, 2}) {
      DistributedModel model = new DistributedModel(base, width, UNIFORM);
      for (int i = 0; i < 40; i++) {
        double omega0 = Math.exp(random.nextDouble(2.5, 10.5));
        double rabi = Math.exp(random.nextDouble(-9, 4));
        double rate = i % 3 == 0 ? 0 : Math.exp(random.nextDouble(-8, 8)) / omega0;
        Shift shift = model.shift(rabi, 1, omega0, rate);
        double value = 0;
        double byWidth = 0;
        double size = 0;
        double total = 0;
        for (double t = -10; t < 10 + width; t += 0.03) {
          double p = Math.exp(width * (2 * width + t));
          double w = Math.exp(-0.5 * t * t);
          Shift k = base.shift(rabi * p, p, omega0, rate);
          total += w;
          value += w * k.value();
          size += w * Math.abs(k.value());
          byWidth += w * (4 * width + t) * (k.byLnRabi() + k.byLnSweepRate());
        }
        assertThat(shift.value()).isCloseTo(value / total, within(1e-9 * size / total));
        assertThat(shift.by(Parameter.DIPOLE_WIDTH))
            .isCloseTo(byWidth / total, within(1e-7 * size / total));
      }
    }
  }

  @Test
  void panelsAreAsGoodAsManySmallOnes() {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(4);
    for (double largest : new double[] {1.5, 11, 120, 1e4}) {
      for (double exponent : new double[] {-6, 0, 1, 1.5, 2.5, 3, 8, 20}) {
        DistributedModel model =
            new DistributedModel(base, 0, new PowerLawField(exponent, largest, FieldWeight.ENERGY));
        double omega0 = largest * Math.exp(random.nextDouble(2.5, 8));
        double rabi = Math.exp(random.nextDouble(-9, 2));
        double rate = random.nextDouble(0, 3) / omega0;
        // Simpson's rule over 20,000 intervals
        double range = Math.log(largest);
        int n = 20_000;
        double value = 0;
        double total = 0;
        for (int i = 0; i <= n; i++) {
          double x = range * i / n;
          double w = (i == 0 || i == n ? 1 : 2 + 2 * (i % 2)) * Math.exp((1 - exponent) * x);
          total += w;
          value += w * base.shift(rabi * Math.exp(x), 1, omega0, rate).value();
        }
        assertThat(model.shift(rabi, 1, omega0, rate).value())
            .as("exponent " + exponent + " to " + largest)
            .isCloseTo(value / total, relative(2e-10));
      }
    }
  }

  // ∫ds s^−α f(sF) = F^(α−1) ∫dt t^−α f(t) as long as neither end of the range matters.
  @ParameterizedTest
  @CsvSource({
    "1.3, 0.3",
    "1.5, 0.5",
    "2, 1",
    "2.5, 1.5",
    "2.7, 1.7", // α − 1
    "0.5, 0",
    "3.5, 2", // below and above: no dependence, F²
  })
  void smallFieldExponent(double exponent, double expected) {
    FieldDistribution field = new PowerLawField(exponent, 1e24, FieldWeight.ENERGY);
    ShiftModel strength = new DistributedModel(new StrengthModel(integral), 0, field);
    Shift s = strength.shift(1e-12, 1, 1e30, 0);
    assertThat(s.byLnRabi() / s.value()).isCloseTo(expected, within(1e-3));
    // Model log: the exponent is the same, since the fields that matter stay where s Ω ≈ √v0 and
    // with them L. Outside that range L itself changes, as 1/L.
    if (expected > 0 && expected < 2) {
      Shift k = new DistributedModel(base, 0, field).shift(1e-12, 1, 1e30, 0);
      assertThat(k.byLnRabi() / k.value()).isCloseTo(expected, within(2e-3));
    }
  }

  @Test
  void exponentsAtTheEndsOfTheRangeHaveLogarithms() {
    // α = 3: S ∝ ξ s² gives F² ln(1/F) between s = 1 and 1/F, so that the slope is 2 − 1/ln(1/F);
    // α = 1: ln(s_max F), slope 1/ln(s_max F). Up to a constant beside the logarithms.
    ShiftModel strength = new StrengthModel(integral);
    Shift three =
        new DistributedModel(strength, 0, new PowerLawField(3, 1e18, FieldWeight.ENERGY))
            .shift(1e-8, 1, 1e30, 0);
    assertThat(three.byLnRabi() / three.value()).isCloseTo(2 - 1 / Math.log(1e8), within(5e-3));
    Shift one =
        new DistributedModel(strength, 0, new PowerLawField(1, 1e18, FieldWeight.ENERGY))
            .shift(1e-8, 1, 1e30, 0);
    assertThat(one.byLnRabi() / one.value()).isCloseTo(1 / Math.log(1e10), within(5e-3));
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 1.5, 100, 0.3, 1e3, 0",
    "0.5, 2.5, 10, 3, 300, 0.4",
    "1, 1, 30, 0.01, 1e5, 20",
    "1.9, 3, 1e3, 1e-4, 1e6, 1",
  })
  void derivativesAreExact(
      double width, double exponent, double largest, double rabi, double omega0, double eta) {
    DistributedModel model =
        new DistributedModel(base, width, new PowerLawField(exponent, largest, FieldWeight.ENERGY));
    double rate = eta / omega0;
    Shift shift = model.shift(rabi, 1, omega0, rate);
    double tolerance = 1e-8 * Math.abs(shift.value());
    assertThat(shift.byLnRabi())
        .isCloseTo(slope(t -> model.shift(rabi * Math.exp(t), 1, omega0, rate)), within(tolerance));
    assertThat(shift.byLnSweepRate())
        .isCloseTo(slope(t -> model.shift(rabi, Math.exp(t), omega0, rate)), within(tolerance));
    assertThat(shift.byLnOmega0())
        .isCloseTo(slope(t -> model.shift(rabi, 1, omega0 * Math.exp(t), rate)), within(tolerance));
    assertThat(shift.byRelaxationRate() * rate)
        .isCloseTo(slope(t -> model.shift(rabi, 1, omega0, rate * Math.exp(t))), within(tolerance));
    assertThat(shift.by(Parameter.DIPOLE_WIDTH))
        .isCloseTo(
            slope(t -> model.withDipoleWidth(width + t).shift(rabi, 1, omega0, rate)),
            within(10 * tolerance));
    assertThat(shift.by(Parameter.FIELD_EXPONENT))
        .isCloseTo(
            slope(t -> model.withFieldExponent(exponent + t).shift(rabi, 1, omega0, rate)),
            within(tolerance));
  }

  // Model lz: the average by hand over a table of three fields; by the finer rule over p.
  @Test
  void takesModelLz() {
    ShiftModel lz = new LzModel(integral);
    FieldTable table =
        new FieldTable(
            List.of(
                new FieldTable.Entry(1, 2),
                new FieldTable.Entry(3, 1),
                new FieldTable.Entry(10, 1)),
            FieldWeight.ENERGY);
    assertThat(new DistributedModel(lz, 0, table).shift(0.3, 1, 300, 1e-3).value())
        .isCloseTo(
            0.5 * lz.shift(0.3, 1, 300, 1e-3).value()
                + 0.25 * lz.shift(0.9, 1, 300, 1e-3).value()
                + 0.25 * lz.shift(3, 1, 300, 1e-3).value(),
            within(1e-14));
    for (double width : new double[] {0.2, 0.7, 1.5}) {
      double value = 0;
      double total = 0;
      for (double t = -10; t < 10; t += 0.03) {
        double p = Math.exp(width * (2 * width + t));
        double w = Math.exp(-0.5 * t * t);
        value += w * lz.shift(0.3 * p, p, 3e4, 1e-5).value();
        total += w;
      }
      assertThat(new DistributedModel(lz, width, UNIFORM).shift(0.3, 1, 3e4, 1e-5).value())
          .isCloseTo(value / total, relative(2e-9));
    }
  }

  // For ξ → ∞ model log is ln(ω0/Ω)/3, also where it has long lost its meaning: beyond 8e6 ω0 and
  // ξ = 1e11 the tail goes on as that line, but for √v0/Ω_R0 ≈ 4e-6 of its slope there. ⟨ln p⟩ with
  // the weight p² is 2σ².
  @Test
  void goesOnBeyondTheTheoryAsAStraightLine() {
    Shift shift = new DistributedModel(base, 2, UNIFORM).shift(1e10, 1, 1e9, 0);
    assertThat(shift.value()).isCloseTo((Math.log(0.1) - 8) / 3, relative(2e-5));
    assertThat(shift.by(Parameter.DIPOLE_WIDTH)).isCloseTo(-8 / 3.0, relative(2e-5));
    assertThat(shift.validity()).isEqualTo(Validity.OUTSIDE);
  }

  @Test
  void withoutWidthAndWithOneFieldItIsTheBase() {
    Shift plain = base.shift(1e8, 1e16, 3e10, 3e5);
    assertThat(new DistributedModel(base, 0, UNIFORM).shift(1e8, 1e16, 3e10, 3e5)).isEqualTo(plain);
    Shift narrow = new DistributedModel(base, 1e-9, UNIFORM).shift(1e8, 1e16, 3e10, 3e5);
    assertThat(narrow.value()).isCloseTo(plain.value(), relative(1e-12));
    assertThat(narrow.byLnSweepRate()).isCloseTo(plain.byLnSweepRate(), within(1e-12));
    assertThat(narrow.by(Parameter.DIPOLE_WIDTH)).isCloseTo(0, within(1e-8));
    // in the field 2 F_AC everywhere
    FieldTable twice = new FieldTable(List.of(new FieldTable.Entry(2, 7)), FieldWeight.VOLUME);
    assertThat(new DistributedModel(base, 0, twice).shift(5e7, 1e16, 3e10, 3e5)).isEqualTo(plain);
  }

  @Test
  void volumeCountsWithTheSquareOfTheField() {
    List<FieldTable.Entry> entries =
        List.of(new FieldTable.Entry(2, 1), new FieldTable.Entry(1, 3), new FieldTable.Entry(5, 0));
    // 3·1² : 1·2² = 3 : 4
    assertThat(new FieldTable(entries, FieldWeight.VOLUME).nodes())
        .containsExactly(
            new FieldDistribution.Node(1, 3 / 7.0, 0), new FieldDistribution.Node(2, 4 / 7.0, 0));
    assertThat(new FieldTable(entries, FieldWeight.ENERGY).nodes())
        .containsExactly(
            new FieldDistribution.Node(1, 0.75, 0), new FieldDistribution.Node(2, 0.25, 0));
    assertThat(new PowerLawField(4.5, 50, FieldWeight.VOLUME).nodes())
        .isEqualTo(new PowerLawField(2.5, 50, FieldWeight.ENERGY).nodes());
  }

  // A thousandth of the weight lies beyond: for the normal distribution 3.0902 deviates (tables);
  // for s^−2 from 1 to 100, (1/s − 1/100)/(1 − 1/100) = 0.001 at s = 91.0; for s^−1, s = 100^0.999.
  @Test
  void validityIsThatOfTheTail() {
    Shift wide = new DistributedModel(base, 0.5, UNIFORM).shift(1, 1, 1e3, 0);
    double factor = Math.exp(2 * 0.25 + 0.5 * 3.0902323);
    assertThat(wide.logarithm())
        .isCloseTo(base.shift(factor, factor, 1e3, 0).logarithm(), within(1e-7));
    assertThat(new PowerLawField(2, 100, FieldWeight.ENERGY).upperQuantile(1e-3))
        .isCloseTo(1 / (0.01 + 0.99e-3), within(1e-9));
    assertThat(new PowerLawField(1, 100, FieldWeight.ENERGY).upperQuantile(1e-3))
        .isCloseTo(Math.pow(100, 0.999), within(1e-9));
    // s^2, (1e6 − s³)/(1e6 − 1) = 0.001
    assertThat(new PowerLawField(-2, 100, FieldWeight.ENERGY).upperQuantile(1e-3))
        .isCloseTo(Math.cbrt(1e6 - 1e-3 * 999_999), within(1e-9));
    assertThat(new PowerLawField(500, 1e9, FieldWeight.ENERGY).upperQuantile(1e-3))
        .isCloseTo(Math.pow(1e-3, -1 / 499.0), within(1e-9));
    FieldTable table =
        new FieldTable(
            List.of(new FieldTable.Entry(1, 1), new FieldTable.Entry(9, 1e-4)), FieldWeight.ENERGY);
    assertThat(table.upperQuantile(1e-3)).isEqualTo(1);
    assertThat(table.upperQuantile(1e-5)).isEqualTo(9);
    assertThat(new DistributedModel(base, 0, table).shift(900, 1, 1e3, 0).validity())
        .isEqualTo(Validity.DOUBTFUL);
  }

  @Test
  void tellsWhatItIsMadeOf() {
    DistributedModel model =
        new DistributedModel(base, 0.5, new PowerLawField(2, 10, FieldWeight.ENERGY));
    assertThat(model.name()).isEqualTo("log");
    assertThat(model.base()).isSameAs(base);
    assertThat(model.withDipoleWidth(0.25).dipoleWidth()).isEqualTo(0.25);
    assertThat(model.withFieldExponent(3).field())
        .isEqualTo(new PowerLawField(3, 10, FieldWeight.ENERGY));
    assertThat(new DistributedModel(base, 0, UNIFORM).cost()).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertRefused(() -> new DistributedModel(base, -0.1, UNIFORM), "dipoleWidth");
    assertRefused(() -> new DistributedModel(base, 2.1, UNIFORM), "dipoleWidth");
    assertRefused(() -> new DistributedModel(base, Double.NaN, UNIFORM), "dipoleWidth");
    assertRefused(
        () -> new DistributedModel(base, 1, UNIFORM).withFieldExponent(2), "fieldExponent");
    assertRefused(() -> new PowerLawField(Double.NaN, 10, FieldWeight.ENERGY), "exponent");
    assertRefused(() -> new PowerLawField(2, 1, FieldWeight.ENERGY), "largest");
    assertRefused(() -> new FieldTable(List.of(), FieldWeight.ENERGY), "weight");
    assertRefused(() -> new FieldTable.Entry(0, 1), "factor");
    assertRefused(() -> new FieldTable.Entry(1, -1), "weight");
  }

  // Most of the weight lies about p e^(2σ²), and κ √v0 ħ/F = p with v0 ∝ p: κ falls as e^(−σ²), but
  // for the logarithm.
  @ParameterizedTest
  @CsvSource({"0.25", "0.5", "1"})
  void extremumBelongsToTheWeightedDipoleMoment(double width) {
    double single = Extremum.kappa(base, 99.3459);
    assertThat(Extremum.kappa(new DistributedModel(base, width, UNIFORM), 99.3459))
        .isCloseTo(single * Math.exp(-width * width), relative(0.03));
  }

  private interface Evaluation {
    Shift at(double t);
  }

  private static double slope(Evaluation evaluation) {
    // K may go as exp(5σ²/2): a larger step would show in its seventh derivative by σ
    return Differences.derivative(t -> evaluation.at(t).value(), 0, 0.005);
  }

  private static void assertRefused(Runnable making, String about) {
    assertThatThrownBy(making::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(about);
  }

  private static Percentage relative(double tolerance) {
    return Percentage.withPercentage(100 * tolerance);
  }
}
