namespace HyperVLab.Engine.Networking;

/// <summary>How a team of Windows, or one embedded in a virtual switch, works.</summary>
/// <param name="Name">The team's name; its adapter may be called otherwise.</param>
/// <param name="Mode">What the physical switch must know of it.</param>
/// <param name="Algorithm">By what it spreads what it sends.</param>
public sealed record TeamSettings(string Name, TeamingMode Mode, LoadBalancingAlgorithm Algorithm)
{
    /// <summary>
    /// Whether each virtual adapter has one member, by which all comes in that is for it: then the members' queues add
    /// up, otherwise each member must have a queue for each adapter (Microsoft, Windows Server 2012 R2 NIC Teaming
    /// (LBFO) Deployment and Management, NIC teaming and virtual machine queues: Sum-of-Queues only for switch
    /// independent teams with Hyper-V Port or Dynamic, else Min-Queues).
    /// </summary>
    internal bool HasMemberForEach => Mode == TeamingMode.SwitchIndependent
        && Algorithm is LoadBalancingAlgorithm.HyperVPort or LoadBalancingAlgorithm.Dynamic;

    /// <summary>Whether a channel of the physical switch leads to it.</summary>
    internal bool NeedsChannel => Mode != TeamingMode.SwitchIndependent;
}
