package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Values alone, at half the cost, against those that come with derivatives. */
class ValueTest {
  /** Relative accuracy: some roundings. */
  private static final Percentage SAME = Percentage.withPercentage(1e-9);

  private static final double[] EDGES = {
    0, 1e-13, 1e-12, 7e-13, 1e-8, 1, 4e8, 4.1386e8, 1e12, 1.5e12, 1e13
  };

  private static final LandauZenerIntegral INTEGRAL = new TabulatedIntegral();
  private static final double OMEGA0 = 2 * Math.PI * 5e9;

  /** A value, or value and derivatives, of two variables. */
  private interface Both {
    double[] at(double x, double y);
  }

  /** Inside the tables, at their edges and beyond. */
  private static void check(Both both) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(5);
    for (int i = 0; i < 2000; i++) {
      double reach = i % 2 == 0 ? 30 : 6;
      double x = Math.exp(random.nextDouble(-reach, reach));
      double y = i % 10 == 9 ? 0 : Math.exp(random.nextDouble(-reach, 22));
      same(both.at(x, y), x, y);
    }
    for (double x : EDGES) {
      for (double y : EDGES) {
        same(both.at(x, y), x, y);
      }
    }
  }

  private static void same(double[] valueAndEvaluated, double x, double y) {
    assertThat(valueAndEvaluated[0]).as("at %s, %s", x, y).isCloseTo(valueAndEvaluated[1], SAME);
  }

  @Test
  void integral() {
    LandauZenerIntegral integral = new TabulatedIntegral();
    double[] out = new double[3];
    check(
        (xi, eta) -> {
          integral.evaluate(xi, eta, out);
          return new double[] {integral.value(xi, eta), out[LandauZenerIntegral.VALUE]};
        });
  }

  @Test
  void constant() {
    LandauZenerConstant constant = new TabulatedConstant();
    double[] out = new double[3];
    check(
        (xi, eta) -> {
          constant.evaluate(xi, eta, out);
          return new double[] {constant.value(xi, eta), out[LandauZenerConstant.VALUE]};
        });
  }

  @Test
  void finiteField() {
    FiniteFieldTerm term = new TabulatedFiniteField();
    double[] out = new double[3];
    check(
        (zeta, eta) -> {
          term.evaluate(zeta, eta, out);
          return new double[] {term.value(zeta, eta), out[FiniteFieldTerm.VALUE]};
        });
  }

  /** Where a table has no value of its own it takes the trouble to make the derivatives too. */
  @Test
  void whatIsNotTabulatedHasItsValueToo() {
    LandauZenerIntegral integral = new QuadratureIntegral();
    double[] out = new double[3];
    integral.evaluate(3, 0.2, out);
    assertThat(integral.value(3, 0.2)).isEqualTo(out[LandauZenerIntegral.VALUE]);
  }

  @Test
  void models() {
    ShiftModel log = new LogModel(new TabulatedIntegral());
    ShiftModel lz = new LzModel(new TabulatedIntegral());
    List<ShiftModel> models =
        List.of(
            log,
            log.withCutOff(2).orElseThrow(),
            lz,
            log.withWidth(0.5),
            DistributedModel.around(log, 0, new PowerLawField(3.5, 20, FieldWeight.ENERGY)));
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(6);
    for (ShiftModel model : models) {
      for (int i = 0; i < (model.distributed() ? 20 : 500); i++) {
        double rabi = Math.exp(random.nextDouble(Math.log(1e4), Math.log(1e10)));
        double sweepRate = Math.exp(random.nextDouble(Math.log(1e10), Math.log(1e19)));
        double rate = i % 5 == 4 ? 0 : Math.exp(random.nextDouble(Math.log(1), Math.log(1e9)));
        double value = model.value(rabi, sweepRate, OMEGA0, rate);
        Shift shift = model.shift(rabi, sweepRate, OMEGA0, rate);
        // K of lz is a difference where it is small, S (ln w + Λ) + D: relative to its terms
        double s = INTEGRAL.value(Rates.xi(rabi, sweepRate), Rates.eta(OMEGA0, sweepRate, rate));
        double terms = Math.abs(shift.value()) + 40 * s;
        assertThat(Math.abs(value - shift.value()))
            .as("%s at %s, %s, %s", model.name(), rabi, sweepRate, rate)
            .isLessThanOrEqualTo(1e-14 * terms);
      }
    }
  }

  /** One evaluation of the base for each pair of a dipole moment and a field. */
  @Test
  void costsAreEvaluationsOfTheBase() {
    ShiftModel log = new LogModel(new TabulatedIntegral());
    assertThat(log.cost()).isEqualTo(1);
    assertThat(new LzModel(new TabulatedIntegral()).cost()).isEqualTo(1);
    for (ShiftModel model :
        List.of(
            log.withWidth(0.5),
            log.withWidth(2),
            DistributedModel.around(log, 0, new PowerLawField(3.5, 20, FieldWeight.ENERGY)),
            DistributedModel.around(log, 0.5, new PowerLawField(3.5, 20, FieldWeight.ENERGY)))) {
      Counting counting = new Counting(log);
      DistributedModel distributed = (DistributedModel) model;
      DistributedModel counted =
          new DistributedModel(counting, distributed.dipoleWidth(), distributed.field());
      counted.shift(1e7, 1e16, OMEGA0, 1e5);
      assertThat(model.cost()).isEqualTo(counting.evaluations);
    }
    assertThat(log.withWidth(0.5).cost()).isEqualTo(26);
    assertThat(log.withWidth(2).cost()).isEqualTo(90);
  }

  /** Counts what it is asked. */
  private static final class Counting implements ShiftModel {
    private final ShiftModel model;
    private int evaluations;

    Counting(ShiftModel model) {
      this.model = model;
    }

    @Override
    public String name() {
      return model.name();
    }

    @Override
    public Shift shift(double rabi, double sweepRate, double omega0, double relaxationRate) {
      evaluations++;
      return model.shift(rabi, sweepRate, omega0, relaxationRate);
    }
  }
}
