using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>What is refused about user roles and owners.</summary>
internal static class RoleErrors
{
    public static readonly LabError NoSuchRole = new(
        "NoSuchUserRole", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "VMM cannot find the user role {0}. Get-LabUserRole lists those that there are.");

    public static readonly LabError RoleExists = new(
        "UserRoleExists", "ResourceExists", LabErrorCategory.ResourceExists,
        "{1} has a user role named {0} already. Give another name.");

    public static readonly LabError RoleName = new(
        "UserRoleName", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a user role: give 1 to {1} characters.");

    public static readonly LabError NoSuchMember = new(
        "NoSuchUserRoleMember", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is no account or group of the directory. Give a name with its domain, such as LAB\\Administrator; "
        + "New-LabADUser makes accounts.");

    public static readonly LabError MemberExists = new(
        "UserRoleMemberExists", "ResourceExists", LabErrorCategory.ResourceExists,
        "{0} is a member of the user role {1} already.");

    public static readonly LabError MemberMissing = new(
        "UserRoleMemberMissing", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "{0} is no member of the user role {1}.");

    public static readonly LabError LastAdministrator = new(
        "UserRoleLastAdministrator", "OperationFailed", LabErrorCategory.InvalidOperation,
        "{0} is the last member of the user role {1}, which needs one. Add another member first.");

    public static readonly LabError AdministratorIsBuiltIn = new(
        "UserRoleIsBuiltIn", "OperationFailed", LabErrorCategory.InvalidOperation,
        "The user role {0} belongs to its server: it can be neither made, renamed nor removed, and it holds "
        + "everywhere. Add members to it with Set-LabUserRole -AddMember.");

    public static readonly LabError ScopeKind = new(
        "UserRoleScopeKind", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A {0} cannot be in the scope of the user role {1}. A scope holds host groups, library "
        + "servers, their shares and files, templates and profiles.");

    public static readonly LabError ScopeMissing = new(
        "UserRoleScopeMissing", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "{0} is not in the scope of the user role {1}.");

    public static readonly LabError ScopeExists = new(
        "UserRoleScopeExists", "ResourceExists", LabErrorCategory.ResourceExists,
        "{0} is in the scope of the user role {1} already.");

    public static readonly LabError QuotaSaidTwice = new(
        "QuotaSaidTwice", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give either -QuotaPoint or -UseMaximumQuota, which takes the quota away.");

    public static readonly LabError OnlySelfService = new(
        "UserRoleOnlySelfService", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The user role {0} is one of {1}: permissions and quotas are for roles of self-service users.");

    public static readonly LabError QuotaPoint = new(
        "QuotaPoint", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} cannot be a number of quota points: give 0 to {1}.");

    public static readonly LabError QuotaExceeded = new(
        "QuotaExceeded", "QuotaExceeded", LabErrorCategory.LimitsExceeded,
        "The quota of the user role {0} is exceeded: {1} of its {2} points are taken, and {3} more are asked for. "
        + "Remove a virtual machine, or ask for more points.");

    public static readonly LabError QuotaTaken = new(
        "QuotaTaken", "QuotaExceeded", LabErrorCategory.InvalidOperation,
        "The virtual machines of the user role {0} take {1} quota points already, so it cannot have {2}. Give them "
        + "fewer points, or another owner, first.");

    public static readonly LabError OwnerNotMember = new(
        "OwnerNotMember", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is no member of the user role {1}. Make him one with Set-LabUserRole -AddMember, or give another owner.");

    public static readonly LabError OwnerNeedsRole = new(
        "OwnerNeedsRole", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is a member of several roles of self-service users. Say by which he uses the virtual machine with "
        + "-UserRole.");

    public static readonly LabError RoleNotSelfService = new(
        "RoleNotSelfService", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The user role {0} is none of self-service users, so it cannot own the virtual machine {1}.");

    public static readonly LabError ScopeOutsideParent = new(
        "UserRoleScopeOutsideParent", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} cannot come into the scope of the user role {1}, which stays in the scope of the user role {2}.");

    public static readonly LabError ParentProfile = new(
        "UserRoleParentProfile", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The user role {0} is none of delegated administrators, so no other role stands below it.");

    public static readonly LabError HasChildren = new(
        "UserRoleHasChildren", "OperationFailed", LabErrorCategory.InvalidOperation,
        "Other user roles stand below the user role {0}: {1}. Remove them first.");

    public static readonly LabError OneResource = new(
        "OneResource", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give one virtual machine, template, profile or file of the library.");

    public static readonly LabError ResourceOfNoServer = new(
        "ResourceOfNoServer", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is on no host that a Virtual Machine Manager server manages, so it cannot be shared.");

    public static readonly LabError ReceiverNeedsRole = new(
        "ReceiverNeedsRole", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Say with -UserRoleName by which role {0} is to be used, or give a user who has one role of self-service "
        + "users.");

    public static readonly LabError CannotReceive = new(
        "CannotReceive", "OperationFailed", LabErrorCategory.InvalidOperation,
        "The user role {0} does not let its members receive what others share. Set-LabUserRole -Permission CanReceive "
        + "lets them.");

    public static readonly LabError SharedAlready = new(
        "SharedAlready", "ResourceExists", LabErrorCategory.ResourceExists,
        "{0} is shared with the user role {1}, or with that member of it, already.");

    public static readonly LabError NotShared = new(
        "NotShared", "ObjectNotFound", LabErrorCategory.ObjectNotFound,
        "{0} is not shared with that user or user role.");

    public static readonly LabError NoRole = new(
        "CallerHasNoRole", "AccessDenied", LabErrorCategory.PermissionDenied,
        "{0} has no user role on a Virtual Machine Manager server. Ask an administrator for one.");

    public static readonly LabError NotInRole = new(
        "CallerNotInRole", "AccessDenied", LabErrorCategory.PermissionDenied,
        "{0} is no member of the user role {1}.");
}
