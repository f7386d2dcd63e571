using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>
    /// Refuses an owner, role or number of quota points that a virtual machine cannot have. It stands in the frame so
    /// that virtual machines, which know nothing of roles, can ask.
    /// </summary>
    /// <exception cref="LabException">It cannot.</exception>
    public void DemandOwner(VirtualMachine vm, Key<Account>? owner, string? userRole, int? quotaPoint) =>
        VMOwners.Demand(this, vm, owner, userRole, quotaPoint);

    /// <summary>Gives a virtual machine to somebody; what is null stays.</summary>
    public void SetOwner(VirtualMachine vm, Key<Account>? owner, string? userRole, int? quotaPoint) =>
        VMOwners.Set(this, vm, owner, userRole, quotaPoint);

    /// <summary>With whom a virtual machine is shared, by name.</summary>
    public IReadOnlyList<string> GrantedTo(VirtualMachine vm) => ResourceGrants.Count == 0
        ? []
        : Management.Roles.ResourceGrants.NamesOf(this, ScopeItem.Of(vm.Key));

    /// <summary>Whose a virtual machine is, by name, by which role, and how many points it takes.</summary>
    public (string? Owner, string? UserRole, int? QuotaPoint) OwnerOf(VirtualMachine vm) =>
        OwnershipByVM.Of(vm.Key) is [var known]
            ? (Accounts.Find(known.Owner)?.Name, UserRoles.Find(known.UserRole)?.Name, known.QuotaPoint)
            : default;
}
