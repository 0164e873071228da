package tlsfit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataTableTest {
  @Test
  void csvQuotesWhereItMust() {
    DataTable table =
        new DataTable(List.of("a,b", "c"), List.of(List.of("say \"x\"", -0.0), List.of("y", 1.5)));

    assertThat(table.toCsv(3)).isEqualTo("\"a,b\",c\n\"say \"\"x\"\"\",0.00e+00\ny,1.50e+00\n");
    assertThatThrownBy(() -> new DataTable(List.of("a"), List.of(List.of(1.0, 2.0))))
        .hasMessageContaining("has not the columns");
  }
}
