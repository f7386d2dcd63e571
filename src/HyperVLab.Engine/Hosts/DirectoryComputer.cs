using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>A computer object of the directory.</summary>
public sealed class DirectoryComputer : IEntity<DirectoryComputer>, INamed
{
    internal DirectoryComputer(
        Key<DirectoryComputer> key, Key<DirectoryDomain> domain, string name, string sid, DirectoryComputerKind kind)
    {
        Key = key;
        Domain = domain;
        Name = name;
        Sid = sid;
        Kind = kind;
    }

    /// <inheritdoc/>
    public Key<DirectoryComputer> Key { get; private set; }

    /// <summary>The domain that it is in.</summary>
    public Key<DirectoryDomain> Domain { get; private set; }

    /// <summary>The computer's or cluster's name.</summary>
    public string Name { get; private set; }

    /// <summary>Its security identifier.</summary>
    public string Sid { get; private set; }

    /// <summary>What it stands for.</summary>
    public DirectoryComputerKind Kind { get; private set; }

    /// <summary>Follows a member that took another name.</summary>
    internal void Rename(string name) => Name = name;
}
