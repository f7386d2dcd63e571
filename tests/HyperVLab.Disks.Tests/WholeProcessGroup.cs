namespace HyperVLab.Disks.Tests;

/// <summary>
/// Tests that others beside them would disturb: they measure the whole process, count on buffers that another's
/// collection would drop, or must be done before a short time-out.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholeProcessGroup
{
    public const string Name = "The whole process";
}
