package tlsfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tlsfit.result.FindingCode;

class ExplainCommandTest {
  @Test
  void explainsAFinding() {
    Run run = Run.of("explain", "runs");
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            "runs: Do the residuals show a trend?\n\nWhat it means\n  The runs test of Wald")
        .contains("\nWhy it matters\n  ", "\nWhat to do\n  ", "Ann. Math. Stat. 11, 147 (1940)")
        .contains("\nOptions of tlsfit fit\n  --model: try the other model of the shift\n");
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void everyExplanationFitsATerminal(FindingCode code) {
    Run run = Run.of("explain", code.key());
    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80 && !line.endsWith(" "));
  }

  @Test
  void theCaseOfACodeDoesNotMatter() {
    assertThat(Run.of("explain", "SHIFTSEEN")).isEqualTo(Run.of("explain", "shiftSeen"));
  }

  @Test
  void withoutACodeAllAreListed() {
    Run run = Run.of("explain");
    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSameSizeAs(FindingCode.values());
    for (FindingCode code : FindingCode.values()) {
      assertThat(run.out()).containsPattern("(?m)^" + code.key() + " +\\S");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "shift, shiftSeen",
    "runz, runs",
    "chisquared, chiSquare",
    "oulier, outliers",
    "wald, waldAgainstProfile"
  })
  void anUnknownCodeGetsTheNearest(String written, String meant) {
    Run run = Run.of("explain", written);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("error: there is no finding " + written + "; the nearest are " + meant);
  }

  @Test
  void machinesGetJson() throws IOException {
    JsonNode one = new ObjectMapper().readTree(Run.of("explain", "atBound", "--json").out());
    assertThat(one.at("/code").asText()).isEqualTo("atBound");
    assertThat(one.at("/meaning").asText()).contains("unconstrained minimum");
    assertThat(one.at("/settings")).hasSize(1);
    assertThat(one.at("/settings/0/option").asText()).isEqualTo("--bound");
    assertThat(one.at("/settings/0/method").asText()).startsWith("FitSetup.withBounds(");
    JsonNode all = new ObjectMapper().readTree(Run.of("explain", "--json").out());
    assertThat(all).hasSameSizeAs(List.of(FindingCode.values()));
  }

  @Test
  void helpIsACommandToo() {
    assertThat(Run.of("help", "explain").out()).startsWith("Usage: tlsfit explain");
    Run help = Run.of("help");
    assertThat(help.status()).isZero();
    assertThat(help.out()).startsWith("Usage: tlsfit").contains("explain", "help");
    assertThat(Run.of("help", "nonsense").status()).isEqualTo(2);
  }
}
