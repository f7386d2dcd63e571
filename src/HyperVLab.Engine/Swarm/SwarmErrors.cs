using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Swarm;

/// <summary>What a swarm refuses.</summary>
internal static class SwarmErrors
{
    public static readonly LabError FileNotUsable = new(
        "SwarmFileNotUsable", "InvalidData", LabErrorCategory.InvalidData,
        "This is not a file of a swarm that can be read: {0} Let Invoke-LabSwarm write it again.");

    public static readonly LabError RangeNotUsable = new(
        "SwarmRangeNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' are no seeds: give one, or the first and the last, such as 1..100.");

    public static readonly LabError ShardNotUsable = new(
        "SwarmShardNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is not a shard: give its number and how many there are, such as 3/10.");
}
