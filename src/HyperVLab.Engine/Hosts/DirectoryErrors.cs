using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Hosts;

/// <summary>What is refused about names, domains and who may manage whom.</summary>
internal static class DirectoryErrors
{
    public static readonly LabError RpcServerUnavailable = new(
        "RpcServerUnavailable", "HRESULT 0x800706ba", LabErrorCategory.ConnectionError,
        "The RPC server is unavailable.", unchecked((int)0x800706BA));

    public static readonly LabError RemoteAccessDenied = new(
        "RemoteAccessDenied", "HRESULT 0x80070005", LabErrorCategory.PermissionDenied,
        "Access is denied.", unchecked((int)0x80070005));

    public static readonly LabError RemoteManagementOff = new(
        "RemoteManagementOff", "CannotConnect", LabErrorCategory.ConnectionError,
        "WinRM cannot reach {0}. Enable remote management there with Enable-LabRemoteManagement.");

    public static readonly LabError HostNotReached = new(
        "HostNotReached", "CannotConnect", LabErrorCategory.ConnectionError,
        "WinRM cannot complete the operation: no network leads from {1} to {0}. Look at the addresses and cables "
        + "of both.");

    public static readonly LabError AgentSilent = new(
        "AgentSilent", "CannotConnect", LabErrorCategory.ConnectionError,
        "WinRM cannot complete the operation: the service on {0} does not answer.");

    public static readonly LabError NewNameIsOldName = new(
        "NewNameIsOldName", "NewNameIsOldName", LabErrorCategory.InvalidArgument,
        "{0} has this name already.");

    public static readonly LabError DomainNotContacted = new(
        "DomainNotContacted", "FailToJoinDomainFromWorkgroup", LabErrorCategory.OperationStopped,
        "Computer '{0}' failed to join domain '{1}': the specified domain either does not exist or could not be "
        + "contacted.",
        unchecked((int)0x8007054B));

    public static readonly LabError AlreadyInDomain = new(
        "AlreadyInDomain", "AddComputerToSameDomain", LabErrorCategory.InvalidOperation,
        "Cannot add computer '{0}' to domain '{1}' because it is a member of it already, or is to be with its next "
        + "restart.");

    public static readonly LabError JoinNotAllowed = new(
        "JoinNotAllowed", "FailToJoinDomainFromWorkgroup", LabErrorCategory.PermissionDenied,
        "Computer '{0}' failed to join domain '{1}': access is denied. The account must be one of that domain.",
        unchecked((int)0x80070005));

    public static readonly LabError ComputerObjectNotAllowed = new(
        "ComputerObjectNotAllowed", "AccessDenied", LabErrorCategory.PermissionDenied,
        "The computer object {0} cannot be created in the directory: {1} has no right to create computer objects "
        + "there.",
        unchecked((int)0x80070005));

    public static readonly LabError ComputerObjectExists = new(
        "ComputerObjectExists", "ObjectAlreadyExists", LabErrorCategory.ResourceExists,
        "The directory has an object of the name {0} already.", unchecked((int)0x80071392));

    public static readonly LabError DirectoryNotContacted = new(
        "DirectoryNotContacted", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "The directory of {0} cannot be reached: its controller {1} does not run, or no network leads to it.",
        unchecked((int)0x8007203A));

    public static readonly LabError NotInDomain = new(
        "NotInDomain", "OperationFailed", LabErrorCategory.InvalidOperation,
        "{0} is in no domain. Join it to one with Join-LabDomain first, and restart it.");

    public static readonly LabError NoSuchIdentity = new(
        "NoSuchIdentity", "ActiveDirectoryCmdlet:Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException",
        LabErrorCategory.ObjectNotFound, "Cannot find an object with identity: '{0}' in the directory.");

    public static readonly LabError NoSuchRecord = new(
        "NoSuchDnsRecord", "WIN32 9714", LabErrorCategory.ObjectNotFound,
        "Failed to get {0} record in the lab's DNS zone: there is none.");

    public static readonly LabError NoSuchMember = new(
        "NoSuchLocalGroupMember", "MemberNotFound", LabErrorCategory.ObjectNotFound,
        "No local group has a member {0}.");

    public static readonly LabError NoSuchGroup = new(
        "NoSuchLocalGroup", "GroupNotFound", LabErrorCategory.ObjectNotFound,
        "{0} has no local group '{1}'. It has: {2}.");

    public static readonly LabError NoSuchPrincipal = new(
        "NoSuchPrincipal", "PrincipalNotFound", LabErrorCategory.ObjectNotFound,
        "Principal {0} was not found. Give an account or group of a domain that {1} is in, such as "
        + "LAB\\Administrator.");

    public static readonly LabError MemberExists = new(
        "LocalGroupMemberExists", "MemberExists", LabErrorCategory.ResourceExists,
        "{0} is already a member of group {1}.");

    public static readonly LabError MemberMissing = new(
        "LocalGroupMemberMissing", "MemberNotFound", LabErrorCategory.ObjectNotFound,
        "Member {0} was not found in group {1}.");

    public static readonly LabError AccountName = new(
        "AccountName", "ActiveDirectoryServer:1315,Microsoft.ActiveDirectory.Management.Commands.NewADUser",
        LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of an account: give 1 to {1} characters, none of \" / \\ [ ] : ; | = , + * ? < > @, "
        + "and no full stop at the end.");

    public static readonly LabError AccountExists = new(
        "AccountExists", "ActiveDirectoryServer:1316,Microsoft.ActiveDirectory.Management.Commands.NewADUser",
        LabErrorCategory.ResourceExists, "The specified account {0} already exists.");

    public static readonly LabError PasswordVerifierInvalid = new(
        "PasswordVerifierInvalid", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "This is nothing that the lab keeps of a password. Give the password itself to New-LabADUser.");

    public static readonly LabError NoSuchDomain = new(
        "NoSuchDomain", "ActiveDirectoryServer:0,Microsoft.ActiveDirectory.Management.Commands.NewADUser",
        LabErrorCategory.ResourceUnavailable,
        "Unable to contact the server. No domain {0} is in the lab. Get-LabADDomain lists those that there are.");

    public static readonly LabError LogonFailed = new(
        "LogonFailed", "LogonFailure", LabErrorCategory.PermissionDenied,
        "The user name or password is incorrect: {0} was not signed in. New-LabADUser -AccountPassword gives an "
        + "account a password.",
        unchecked((int)0x8007052E));
}
