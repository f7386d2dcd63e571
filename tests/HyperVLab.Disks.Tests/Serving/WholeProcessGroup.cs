namespace HyperVLab.Disks.Tests.Serving;

/// <summary>
/// Tests that measure the whole process, since a server's threads do the work, or that a short time-out of the server
/// must not overtake: nothing else may run beside them.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholeProcessGroup
{
    public const string Name = "The whole process";
}
