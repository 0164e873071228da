package tlsfit.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final List<Interval> ALL =
      List.of(
          Interval.of(0.95, "profile", 1, 2),
          Interval.of(0.95, "profile", -INFINITY, 2),
          Interval.of(0.95, "profile", 1, INFINITY),
          Interval.of(0.95, "none", Double.NaN, Double.NaN));

  @Test
  void anEndThatIsNotFiniteIsOpen() {
    assertThat(ALL).extracting(Interval::lower).containsExactly(1.0, null, 1.0, null);
    assertThat(ALL).extracting(Interval::upper).containsExactly(2.0, 2.0, null, null);
    assertThat(ALL.get(3).from()).isEqualTo(-INFINITY);
    assertThat(ALL.get(3).to()).isEqualTo(INFINITY);
  }

  @Test
  void holdsItsEndsAndWhatIsBetween() {
    Interval closed = ALL.get(0);
    assertThat(closed.contains(1)).isTrue();
    assertThat(closed.contains(2)).isTrue();
    assertThat(closed.contains(Math.nextDown(1.0))).isFalse();
    assertThat(closed.contains(Math.nextUp(2.0))).isFalse();
    assertThat(ALL.get(1).contains(-1e308)).isTrue();
    assertThat(ALL.get(2).contains(INFINITY)).isTrue();
    assertThat(ALL).noneMatch(interval -> interval.contains(Double.NaN));
  }

  @Test
  void betweenBoundsItIsTheIntersection() {
    for (Interval interval : ALL) {
      for (double[] bounds : new double[][] {{0, 3}, {1.5, 3}, {0, 1.5}, {-INFINITY, INFINITY}}) {
        Interval part = interval.within(bounds[0], bounds[1]);
        for (double x : new double[] {-1, 0, 0.5, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4}) {
          assertThat(part.contains(x))
              .as("%s in %s", x, part)
              .isEqualTo(interval.contains(x) && bounds[0] <= x && x <= bounds[1]);
        }
        assertThat(part.within(bounds[0], bounds[1])).as("once is enough").isEqualTo(part);
        assertThat(part.level()).isEqualTo(0.95);
        assertThat(part.method()).isEqualTo(interval.method());
      }
    }
  }

  @Test
  void withoutBoundsItStaysTheSame() {
    assertThat(ALL).allMatch(interval -> interval.within(-INFINITY, INFINITY).equals(interval));
  }

  @Test
  void openEndsAreNullsOfTheFile() throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    for (Interval interval : ALL) {
      String json = mapper.writeValueAsString(interval);
      assertThat(mapper.readValue(json, Interval.class)).isEqualTo(interval);
      assertThat(json).doesNotContain("Infinity").doesNotContain("NaN");
      assertThat(mapper.readTree(json).size()).as("nothing but the record's own").isEqualTo(4);
    }
  }
}
