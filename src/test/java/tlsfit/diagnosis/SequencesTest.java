package tlsfit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.fit.Experiments;
import tlsfit.fit.Observations;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Origin;
import tlsfit.measurement.Reading;
import tlsfit.setup.Noise;

class SequencesTest {
  private static Reading at(String file, double field, double rate) {
    return new Reading(
        new Drive.AcField(field),
        new BiasRate.FieldRate(rate),
        5e9,
        OptionalDouble.empty(),
        new Origin(file, 2));
  }

  private static List<List<Integer>> sequences(Reading... readings) {
    return sequences(List.of(readings));
  }

  private static List<List<Integer>> sequences(List<Reading> readings) {
    return Sequences.of(new Observations(Experiments.of(readings), new Noise.FromScatter()));
  }

  @Test
  void aSweepOfThePowerIsOrderedByTheField() {
    assertThat(sequences(at("a", 30, 1e9), at("a", 10, 1e9), at("a", 20, 1e9)))
        .containsExactly(List.of(1, 2, 0));
  }

  @Test
  void aSweepOfTheBiasIsOrderedByTheRate() {
    assertThat(sequences(at("a", 10, 3e9), at("a", 10, 1e9), at("a", 10, 2e9)))
        .containsExactly(List.of(1, 2, 0));
  }

  @Test
  void tablesAreNotJoinedThoughTheyShareTheirRate() {
    assertThat(
            sequences(
                at("a", 30, 1e9),
                at("b", 10, 1e9),
                at("a", 20, 1e9),
                at("b", 5, 1e9),
                at("a", 10, 1e9),
                at("b", 40, 1e9)))
        .containsExactly(List.of(4, 2, 0), List.of(3, 1, 5));
  }

  /** Neither shares a rate or a field with two others: in the order of F²/Ḟ, here 1, 4, 9, 2. */
  @Test
  void scatteredReadingsAreOrderedByThePowerOverTheRate() {
    assertThat(sequences(at("a", 1, 1), at("a", 4, 4), at("a", 9, 9), at("a", 2, 2)))
        .containsExactly(List.of(0, 3, 1, 2));
  }

  /** The reading of both sweeps goes with the longer one, and with the power if they are alike. */
  @Test
  void aReadingOfTwoSweepsGoesWithTheLonger() {
    Reading both = at("a", 10, 1e9);
    assertThat(
            sequences(
                both,
                at("a", 20, 1e9),
                at("a", 30, 1e9),
                at("a", 10, 2e9),
                at("a", 10, 3e9),
                at("a", 10, 4e9)))
        .containsExactly(List.of(1, 2), List.of(0, 3, 4, 5));
    assertThat(
            sequences(both, at("a", 20, 1e9), at("a", 30, 1e9), at("a", 10, 2e9), at("a", 10, 3e9)))
        .containsExactly(List.of(0, 1, 2), List.of(3, 4));
  }

  @Test
  void oneReadingIsASequence() {
    assertThat(sequences(at("a", 10, 1e9))).containsExactly(List.of(0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyReadingIsInOneSequence(long seed) {
    Random random = new Random(seed);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      readings.add(
          at(
              random.nextBoolean() ? "a" : "b",
              1 + random.nextInt(6),
              1e9 * (1 + random.nextInt(9))));
    }
    assertThat(sequences(readings).stream().flatMap(List::stream).sorted())
        .containsExactlyElementsOf(IntStream.range(0, 60).boxed().toList());
    assertThat(sequences(readings)).noneMatch(List::isEmpty);
  }
}
