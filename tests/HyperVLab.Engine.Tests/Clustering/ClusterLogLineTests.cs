using HyperVLab.Engine.Clustering.Rules;

namespace HyperVLab.Engine.Tests.Clustering;

public sealed class ClusterLogLineTests
{
    private static readonly DateTime s_date = new(2010, 2, 25, 20, 50, 8, 158, DateTimeKind.Unspecified);

    [Theory]
    [InlineData(
        LogLevel.Information, "Resource 'Cluster IP Address' is online.",
        "00000a04.00000c18::2010/02/25-20:50:08.158 INFO  [RCM] Resource 'Cluster IP Address' is online.")]
    [InlineData(
        LogLevel.Warning, "Cluster node 'NODE2' missed 5 heartbeats.",
        "00000a04.00000c08::2010/02/25-20:50:08.158 WARN  [CHANNEL] Cluster node 'NODE2' missed 5 heartbeats.")]
    [InlineData(
        LogLevel.Critical, "The Cluster service is shutting down because quorum was lost.",
        "00000a04.00000c0c::2010/02/25-20:50:08.158 ERR   [QUORUM] The Cluster service is shutting down because quorum "
        + "was lost.")]
    [InlineData(
        LogLevel.Information, "[RGP] Node 1: Opening stage.",
        "00000a04.00000c00::2010/02/25-20:50:08.158 INFO  [RGP] Node 1: Opening stage.")]
    public void A_line_has_process_thread_date_level_component_and_text(LogLevel level, string message, string line) =>
        Assert.Equal(line, ClusterLogLine.Of(1, s_date, level, message));
}
