package tlsfit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three distributions of local fields, each on its own. */
class LocalFieldsTest {

  static Stream<FieldDistribution> distributions() {
    return Stream.of(
        new UniformField(),
        new FieldTable(
            List.of(
                new FieldTable.Entry(3, 0.2),
                new FieldTable.Entry(0.5, 5),
                new FieldTable.Entry(1, 2)),
            FieldWeight.VOLUME),
        new PowerLawField(2, 10, FieldWeight.ENERGY),
        new PowerLawField(-3, 1.01, FieldWeight.ENERGY),
        new PowerLawField(20, 1e4, FieldWeight.VOLUME),
        new PowerLawField(-20, 1e4, FieldWeight.ENERGY));
  }

  private static double mean(FieldDistribution field, DoubleUnaryOperator function) {
    return field.nodes().stream()
        .mapToDouble(node -> node.weight() * function.applyAsDouble(node.factor()))
        .sum();
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void weightsAddUpToOneAndTheirSlopesToNothing(FieldDistribution field) {
    assertThat(mean(field, s -> 1)).isCloseTo(1, within(1e-14));
    assertThat(field.nodes().stream().mapToDouble(FieldDistribution.Node::weightByExponent).sum())
        .isCloseTo(0, within(1e-12));
    assertThat(field.nodes()).allMatch(node -> node.weight() >= 0 && node.factor() > 0);
  }

  /** The upper quantile falls from the largest to the smallest field as the share grows. */
  @ParameterizedTest
  @MethodSource("distributions")
  void theUpperQuantileFalls(FieldDistribution field) {
    double before = Double.POSITIVE_INFINITY;
    for (double share = 1e-6; share < 1; share += 0.05) {
      double quantile = field.upperQuantile(share);
      assertThat(quantile).isLessThanOrEqualTo(before);
      before = quantile;
    }
    double smallest = field.nodes().stream().mapToDouble(n -> n.factor()).min().orElseThrow();
    assertThat(before).isGreaterThanOrEqualTo(smallest * (1 - 0.05));
  }

  @Test
  void betweenPlatesTheFieldIsOne() {
    FieldDistribution field = new UniformField();
    assertThat(field.uniform()).isTrue();
    assertThat(field.powerLaw()).isEmpty();
    assertThat(field.nodes()).containsExactly(new FieldDistribution.Node(1, 1, 0));
    assertThat(field.upperQuantile(0.3)).isEqualTo(1);
  }

  /** ⟨s^k⟩ over s^−α from 1 to M: ∫s^(k−α)/∫s^−α, elementary, with ln M where an exponent is −1. */
  @ParameterizedTest
  @CsvSource({
    "2, 10, 1",
    "2, 10, 0.5",
    "3, 1000, 2",
    "0, 50, -1",
    "1, 1e4, 0.3",
    "-4, 1.2, 3",
    "12, 100, 5"
  })
  void powersHaveTheirElementaryMeans(double exponent, double largest, double power) {
    double expected = integral(power - exponent, largest) / integral(-exponent, largest);
    FieldDistribution field = new PowerLawField(exponent, largest, FieldWeight.ENERGY);
    assertThat(mean(field, s -> Math.pow(s, power))).isCloseTo(expected, within(1e-12 * expected));
    assertThat(field.uniform()).isFalse();
    assertThat(field.powerLaw()).contains((PowerLawField) field);
  }

  private static double integral(double power, double largest) {
    double n = power + 1;
    return n == 0 ? Math.log(largest) : Math.expm1(n * Math.log(largest)) / n;
  }

  /** By volume with α the density of energy is s^(2−α). */
  @ParameterizedTest
  @ValueSource(doubles = {-1, 1.5, 3, 6})
  void volumeIsEnergyWithAnExponentLessByTwo(double exponent) {
    PowerLawField volume = new PowerLawField(exponent, 30, FieldWeight.VOLUME);
    PowerLawField energy = new PowerLawField(exponent - 2, 30, FieldWeight.ENERGY);
    assertThat(volume.nodes()).isEqualTo(energy.nodes());
    for (double share : new double[] {1e-4, 0.1, 0.7}) {
      assertThat(volume.upperQuantile(share)).isEqualTo(energy.upperQuantile(share));
    }
  }

  /** The slope of the weights: d⟨s⟩/dα = −Cov(s, ln s), and by differences of the mean. */
  @ParameterizedTest
  @CsvSource({"2, 10", "3.3, 200", "0.5, 5"})
  void slopesOfTheWeightsAreThoseByTheExponent(double exponent, double largest) {
    PowerLawField field = new PowerLawField(exponent, largest, FieldWeight.ENERGY);
    double slope = field.nodes().stream().mapToDouble(n -> n.weightByExponent() * n.factor()).sum();
    double covariance =
        mean(field, s -> s * Math.log(s)) - mean(field, s -> s) * mean(field, Math::log);
    assertThat(slope).isCloseTo(-covariance, within(1e-12 * covariance));
    assertThat(slope)
        .isCloseTo(
            Differences.derivative(
                alpha -> mean(field.withExponent(alpha), s -> s), exponent, 1e-2),
            within(1e-9 * covariance));
  }

  /** The share beyond the quantile, by the elementary integral of the density. */
  @ParameterizedTest
  @CsvSource({"2, 10", "1, 100", "-3, 40", "1.0000000001, 100", "7, 1e4", "400, 1e3"})
  void beyondTheQuantileLiesItsShare(double exponent, double largest) {
    FieldDistribution field = new PowerLawField(exponent, largest, FieldWeight.ENERGY);
    for (double share : new double[] {1e-3, 0.05, 0.5, 0.95}) {
      double s = field.upperQuantile(share);
      double beyond = 1 - integral(-exponent, s) / integral(-exponent, largest);
      assertThat(beyond).isCloseTo(share, within(1e-6));
      assertThat(s).isBetween(1.0, largest);
    }
  }

  /** F_AC is the weakest field for steep laws; for rising ones most lie at the largest. */
  @Test
  void steepLawsLieAtOneEnd() {
    assertThat(mean(new PowerLawField(20, 1e4, FieldWeight.ENERGY), s -> s))
        .isCloseTo(19 / 18.0, within(1e-9));
    assertThat(mean(new PowerLawField(-20, 1e4, FieldWeight.ENERGY), s -> s) / 1e4)
        .isCloseTo(21 / 22.0, within(1e-9));
  }

  /** However steep a law, its nodes are few; the mean of s^(−α) from 1 on is (α − 1)/(α − 2). */
  @ParameterizedTest
  @ValueSource(doubles = {50, 1e3, 1e6})
  void steepLawsHaveFewNodes(double exponent) {
    PowerLawField steep = new PowerLawField(exponent, 1e4, FieldWeight.ENERGY);
    assertThat(steep.nodes()).hasSizeLessThan(50);
    assertThat(mean(steep, s -> s)).isCloseTo((exponent - 1) / (exponent - 2), within(1e-12));
    PowerLawField rising = new PowerLawField(-exponent, 1e4, FieldWeight.ENERGY);
    assertThat(rising.nodes()).hasSizeLessThan(50);
    assertThat(mean(rising, s -> s) / 1e4)
        .isCloseTo((exponent + 1) / (exponent + 2), within(1e-12));
  }

  @Test
  void tablesAreSortedAndNormalised() {
    List<FieldTable.Entry> entries = new ArrayList<>();
    entries.add(new FieldTable.Entry(2, 10));
    entries.add(new FieldTable.Entry(1, 30));
    FieldTable table = new FieldTable(entries, FieldWeight.ENERGY);
    entries.clear();
    assertThat(table.nodes())
        .containsExactly(
            new FieldDistribution.Node(1, 0.75, 0), new FieldDistribution.Node(2, 0.25, 0));
    // any common factor is left out
    assertThat(
            new FieldTable(
                    List.of(new FieldTable.Entry(1, 3e9), new FieldTable.Entry(2, 1e9)),
                    FieldWeight.ENERGY)
                .nodes())
        .isEqualTo(table.nodes());
    assertThat(table.powerLaw()).isEmpty();
    assertThat(table.uniform()).isFalse();
  }

  /** By volume: shares 30·1² and 10·2² of the energy, 3 : 4. */
  @Test
  void tablesByVolumeAreWeighedWithTheSquareOfTheField() {
    FieldTable table =
        new FieldTable(
            List.of(new FieldTable.Entry(1, 30), new FieldTable.Entry(2, 10)), FieldWeight.VOLUME);
    assertThat(mean(table, s -> s)).isCloseTo((3 + 2 * 4) / 7.0, within(1e-15));
    assertThat(table.upperQuantile(0.57)).isEqualTo(2); // 4/7 = 0.571 lie at 2
    assertThat(table.upperQuantile(0.58)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "NaN, 1", "Infinity, 1", "1, -1", "1, NaN", "1, Infinity"})
  void entriesOutsideTheirRangesAreRefused(double factor, double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FieldTable.Entry(factor, weight))
        .withMessageContaining(Double.toString(factor > 0 && factor < 2 ? weight : factor));
  }

  @Test
  void aTableWithoutWeightIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FieldTable(List.of(), FieldWeight.ENERGY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FieldTable(List.of(new FieldTable.Entry(1, 0)), FieldWeight.ENERGY));
  }

  @ParameterizedTest
  @CsvSource({"NaN, 2", "Infinity, 2", "2, 1", "2, 0.5", "2, NaN", "2, Infinity"})
  void powerLawsOutsideTheirRangesAreRefused(double exponent, double largest) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PowerLawField(exponent, largest, FieldWeight.ENERGY));
  }
}
