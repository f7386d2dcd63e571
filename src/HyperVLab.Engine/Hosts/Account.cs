using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>Somebody who may ask the lab for something: an account of the lab's directory.</summary>
public sealed class Account : IEntity<Account>, INamed
{
    internal Account(Key<Account> key, string name, string sid, bool isLabAdministrator)
    {
        Key = key;
        Name = name;
        Sid = sid;
        IsLabAdministrator = isLabAdministrator;
    }

    /// <inheritdoc/>
    public Key<Account> Key { get; private set; }

    /// <summary>The account's name with its domain, such as <c>LAB\Administrator</c>.</summary>
    public string Name { get; private set; }

    /// <summary>Its security identifier.</summary>
    public string Sid { get; private set; }

    /// <summary>Whether it may do everything in the lab.</summary>
    public bool IsLabAdministrator { get; private set; }
}
