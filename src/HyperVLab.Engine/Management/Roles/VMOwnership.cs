using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>Whose a virtual machine is; one without such a row is the lab administrator's.</summary>
public sealed class VMOwnership : IEntity<VMOwnership>
{
    internal VMOwnership(Key<VMOwnership> key, Key<VirtualMachine> vm)
    {
        Key = key;
        VM = vm;
        QuotaPoint = RoleSettings.UsualQuotaPoint;
    }

    /// <inheritdoc/>
    public Key<VMOwnership> Key { get; private set; }

    /// <summary>The virtual machine.</summary>
    public Key<VirtualMachine> VM { get; private set; }

    /// <summary>Whose it is; null for nobody's in particular.</summary>
    public Key<Account>? Owner { get; private set; }

    /// <summary>The self-service role by which he uses it; null for none.</summary>
    public Key<UserRole>? UserRole { get; private set; }

    /// <summary>How many points of that role's quota it takes.</summary>
    public int QuotaPoint { get; private set; }

    /// <summary>Goes to somebody.</summary>
    internal void GiveTo(Key<Account>? owner, Key<UserRole>? role) => (Owner, UserRole) = (owner, role);

    /// <summary>Takes so many points.</summary>
    internal void Count(int points) => QuotaPoint = points;
}
