namespace HyperVLab.Engine.Networking;

/// <summary>What the physical switch must know of a team (NetLbfo's TeamingModes).</summary>
public enum TeamingMode
{
    /// <summary>The members' ports are one channel of one switch, set up by hand.</summary>
    Static,

    /// <summary>Nothing: to switches each member is an adapter of its own.</summary>
    SwitchIndependent,

    /// <summary>The members' ports are one channel of one switch, which both ends agree on (IEEE 802.1AX).</summary>
    Lacp,
}
