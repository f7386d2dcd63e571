namespace HyperVLab.Engine.Management;

/// <summary>Whether a server reaches the agent of a computer that it manages.</summary>
public enum AgentState
{
    /// <summary>It answers.</summary>
    Responding,

    /// <summary>It does not: the computer, its agent or the way there is down.</summary>
    NotResponding,
}
