using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>A member of a local group of one computer.</summary>
public sealed class LocalGroupMember : IEntity<LocalGroupMember>, INamed
{
    internal LocalGroupMember(Key<LocalGroupMember> key, Key<PhysicalComputer> computer, string group, string name)
    {
        Key = key;
        Computer = computer;
        Group = group;
        Name = name;
    }

    /// <inheritdoc/>
    public Key<LocalGroupMember> Key { get; private set; }

    /// <summary>The computer.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The group, such as <c>Administrators</c>.</summary>
    public string Group { get; private set; }

    /// <summary>The member: an account or a domain's group, such as <c>LAB\Domain Admins</c>.</summary>
    public string Name { get; private set; }
}
