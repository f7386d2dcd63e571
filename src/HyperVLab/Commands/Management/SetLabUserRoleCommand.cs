using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Management.Roles.Requests;
using HyperVLab.Engine.Requests;
using UserRole = HyperVLab.Objects.UserRole;

namespace HyperVLab.Commands.Management;

/// <summary>Changes a user role: its members, where it holds and what it permits.</summary>
/// <remarks>
/// A role holds in the host groups of its scope and in those within them. -Permission says all that a role of
/// self-service users permits; what is not named there is taken away.
/// </remarks>
/// <example>
/// <code>Set-LabUserRole 'Rack 1 admins' -AddMember LAB\bruno -AddScope (Get-LabVMHostGroup 'Rack 1')</code>
/// Lets bruno administer the hosts of Rack 1.
/// </example>
/// <example>
/// <code>Set-LabUserRole 'Web team' -Permission Start, Stop, Shutdown -QuotaPoint 4 -QuotaPerUser $true</code>
/// Lets each member have virtual machines of 4 points, and start and stop them.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabUserRole", SupportsShouldProcess = true)]
[OutputType(typeof(UserRole))]
[Alias("Set-VMMUserRole")]
public sealed class SetLabUserRoleCommand : UserRoleCmdlet
{
    /// <summary>Its new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <summary>Accounts or groups that become members, with their domain.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<AccountView>))]
    [ValidateNotNullOrEmpty]
    public string[]? AddMember { get; set; }

    /// <summary>Members that go.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<AccountView>))]
    [ValidateNotNullOrEmpty]
    public string[]? RemoveMember { get; set; }

    /// <summary>Host groups, by name or as Get-LabVMHostGroup writes them, in which it holds too.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public object[]? AddScope { get; set; }

    /// <summary>Host groups in which it holds no more.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public object[]? RemoveScope { get; set; }

    /// <summary>All that it permits self-service users to do with virtual machines of their own.</summary>
    [Parameter]
    [Alias("VMPermission")]
    [ValidateNotNull]
    public SelfServicePermission[]? Permission { get; set; }

    /// <summary>How many quota points its virtual machines may have.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? QuotaPoint { get; set; }

    /// <summary>Whether each of its members may have that many, and not all together.</summary>
    [Parameter]
    [ValidateNotNull]
    public bool? QuotaPerUser { get; set; }

    /// <summary>Takes the quota away.</summary>
    [Parameter]
    public SwitchParameter UseMaximumQuota { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetUserRole
    {
        UserRole = Role,
        Name = Name,
        Description = Description,
        AddMember = AddMember,
        RemoveMember = RemoveMember,
        AddScope = UserRoleNames.Scope(Handle, AddScope),
        RemoveScope = UserRoleNames.Scope(Handle, RemoveScope),
        Permission = Permission,
        QuotaPoint = QuotaPoint,
        QuotaPerUser = QuotaPerUser,
        UseMaximumQuota = UseMaximumQuota,
    };
}
