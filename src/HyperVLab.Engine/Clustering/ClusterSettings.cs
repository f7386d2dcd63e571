namespace HyperVLab.Engine.Clustering;

/// <summary>
/// The figures of this area. Those of Microsoft's documentation of 2008 R2 say so; the others are (ours).
/// </summary>
internal static class ClusterSettings
{
    /// <summary>SameSubnetDelay: a heartbeat a second, 250 to 2,000 ms (documented).</summary>
    public const int HeartbeatDelayMilliseconds = 1000;

    /// <summary>The least SameSubnetDelay (documented).</summary>
    public const int LeastHeartbeatDelayMilliseconds = 250;

    /// <summary>The greatest SameSubnetDelay (documented).</summary>
    public const int MostHeartbeatDelayMilliseconds = 2000;

    /// <summary>SameSubnetThreshold: a node is down after 5 missed heartbeats, 3 to 10 (documented).</summary>
    public const int HeartbeatThreshold = 5;

    /// <summary>The least SameSubnetThreshold (documented).</summary>
    public const int LeastHeartbeatThreshold = 3;

    /// <summary>The greatest SameSubnetThreshold on R2 (documented).</summary>
    public const int MostHeartbeatThreshold = 10;

    /// <summary>The greatest SameSubnetThreshold from 2012 on (documented).</summary>
    public const int MostHeartbeatThresholdLater = 120;

    /// <summary>The most nodes of a cluster (documented).</summary>
    public const int MostNodes = 16;

    /// <summary>The most virtual machines of a cluster (documented).</summary>
    public const int MostVirtualMachines = 1000;

    /// <summary>The longest cluster name: NetBIOS's.</summary>
    public const int LongestName = 15;

    /// <summary>The smallest disk that becomes a witness by itself (documented).</summary>
    public const long LeastWitnessBytes = 512L << 20;

    /// <summary>RestartThreshold (documented).</summary>
    public const int RestartThreshold = 1;

    /// <summary>FailoverThreshold in which the cluster takes its nodes less one (documented as 4294967295).</summary>
    public const int AutomaticFailoverThreshold = -1;

    /// <summary>The priority of a group unless it is given another (documented: 3000, 2000, 1000 and 0).</summary>
    public const int MediumPriority = 2000;

    /// <summary>The priority of a group that is started by hand only: No Auto Start (documented, 2012).</summary>
    public const int NoAutoStartPriority = 0;

    /// <summary>
    /// MoveTypeThreshold: machines of this priority and above are drained live, others saved and resumed (documented
    /// default of 2012: high and medium live, low quick).
    /// </summary>
    public const int MoveTypeThreshold = 2000;

    /// <summary>AutoFailbackType of a group that fails back (documented).</summary>
    public const int AllowFailback = 1;

    /// <summary>FailbackWindowStart and -End of a group that may fail back at any hour (documented).</summary>
    public const int NoFailbackHour = -1;

    /// <summary>The metric of the first network without a gateway (documented for R2).</summary>
    public const int PrivateMetric = 1000;

    /// <summary>The metric of the first network with a gateway (documented for R2).</summary>
    public const int PublicMetric = 10_000;

    /// <summary>What the next network of a kind adds to the metric (documented for R2).</summary>
    public const int MetricStep = 100;

    /// <summary>A link of 1 Gbit/s, in bits a second.</summary>
    public const long Gigabit = 1_000_000_000;

    /// <summary>
    /// What a live migration makes of 10 Gbit/s and more, in bytes a second: it takes up to 82 % less time than over 1
    /// Gbit/s (IBM, 2011), so 115 MB/s divided by 0.18.
    /// </summary>
    public const long FastMigration = 639_000_000;

    /// <summary>The folder in which shared volumes appear (documented).</summary>
    public const string SharedVolumesRoot = @"C:\ClusterStorage";

    /// <summary>RestartPeriod: 900,000 ms (documented).</summary>
    public static readonly TimeSpan RestartPeriod = TimeSpan.FromMinutes(15);

    /// <summary>FailoverPeriod: 6 hours (documented).</summary>
    public static readonly TimeSpan FailoverPeriod = TimeSpan.FromHours(6);

    /// <summary>RetryPeriodOnFailure: 3,600,000 ms (documented).</summary>
    public static readonly TimeSpan RetryPeriodOnFailure = TimeSpan.FromMinutes(60);

    /// <summary>
    /// ClusterGroupWaitDelay: how long a group waits at a cold start for the node to which it was moved last
    /// (documented: 120 s).
    /// </summary>
    public static readonly TimeSpan GroupWaitDelay = TimeSpan.FromSeconds(120);

    /// <summary>PendingTimeout: 180,000 ms (documented).</summary>
    public static readonly TimeSpan PendingTimeout = TimeSpan.FromMinutes(3);

    /// <summary>LooksAlivePollInterval: 5,000 ms (documented).</summary>
    public static readonly TimeSpan LooksAliveInterval = TimeSpan.FromSeconds(5);

    /// <summary>IsAlivePollInterval: 60,000 ms (documented).</summary>
    public static readonly TimeSpan IsAliveInterval = TimeSpan.FromSeconds(60);

    /// <summary>ClusSvcRegroupOpeningTimeout: how long the silent are waited for (documented default).</summary>
    public static readonly TimeSpan RegroupOpening = TimeSpan.FromSeconds(5);

    /// <summary>
    /// ClusSvcRegroupTickInMilliseconds: what a stage takes when everybody answers (documented default).
    /// </summary>
    public static readonly TimeSpan RegroupTick = TimeSpan.FromMilliseconds(300);

    /// <summary>How often the owner of the witness disk defends its reservation (documented).</summary>
    public static readonly TimeSpan ReservationDefence = TimeSpan.FromSeconds(3);

    /// <summary>How long a challenger waits for the owner to defend it: two defences (documented).</summary>
    public static readonly TimeSpan ArbitrationDelay = TimeSpan.FromSeconds(6);

    /// <summary>RestartDelay: 500 ms (documented for later releases).</summary>
    public static readonly TimeSpan RestartDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a disk takes to come online: reservation, mount and a short check (ours).</summary>
    public static readonly TimeSpan DiskOnline = TimeSpan.FromSeconds(2);

    /// <summary>How long an address takes: duplicate detection (ours).</summary>
    public static readonly TimeSpan AddressOnline = TimeSpan.FromSeconds(1);

    /// <summary>How long a name takes: its computer object and DNS record (ours).</summary>
    public static readonly TimeSpan NameOnline = TimeSpan.FromSeconds(2);

    /// <summary>How long a configuration takes to be registered with a host (ours).</summary>
    public static readonly TimeSpan ConfigurationOnline = TimeSpan.FromSeconds(1);

    /// <summary>How long a file server or witness share takes (ours).</summary>
    public static readonly TimeSpan ServiceOnline = TimeSpan.FromSeconds(2);

    /// <summary>How long anything but a virtual machine takes to go offline (ours).</summary>
    public static readonly TimeSpan Offline = TimeSpan.FromMilliseconds(500);

    /// <summary>What a shutdown is delayed by beyond each step that it waits for (ours).</summary>
    public static readonly TimeSpan ShutdownMargin = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a node's network driver waits for a sign of the cluster service, in seconds (Microsoft:
    /// ClusSvcHangTimeout, 60).
    /// </summary>
    public const int HangTimeoutSeconds = 60;

    /// <summary>Nothing is done about a cluster service that hangs (Microsoft: HangRecoveryAction 0).</summary>
    public const int HangActionNone = 0;

    /// <summary>
    /// The computer of a cluster service that hangs is stopped with a bugcheck (Microsoft: HangRecoveryAction 3, the
    /// default of Windows Server 2008 R2 and 2012, and the greatest value of 2008 R2).
    /// </summary>
    public const int HangActionBugCheck = 3;

    /// <summary>
    /// The greatest HangRecoveryAction of Windows Server 2012: it breaks into a debugger (Microsoft).
    /// </summary>
    public const int HangActionDebugBreak = 5;

    /// <summary>
    /// The process of the cluster service is dumped and ended (Microsoft: HangRecoveryAction 6, the default from
    /// Windows Server 2012 R2 on). A parent partition that does nothing ends no process, and is stopped with a bugcheck
    /// all the same (ours).
    /// </summary>
    public const int HangActionEndProcess = 6;

    /// <summary>How long another node takes to own a shared volume (ours).</summary>
    public static readonly TimeSpan SharedVolumeMove = TimeSpan.FromSeconds(1);

    /// <summary>How long after the boot of its computer the cluster service starts (ours).</summary>
    public static readonly TimeSpan ServiceStart = TimeSpan.FromSeconds(10);

    /// <summary>How long a node takes to join the members (ours).</summary>
    public static readonly TimeSpan Join = TimeSpan.FromSeconds(5);

    /// <summary>
    /// When the service that stopped for want of quorum is started again (ours; the recovery action's default).
    /// </summary>
    public static readonly TimeSpan ServiceRecovery = TimeSpan.FromSeconds(60);

    /// <summary>How long making a cluster takes, and each node beyond (ours).</summary>
    public static readonly TimeSpan Creation = TimeSpan.FromSeconds(30);

    /// <summary>How long adding a node takes (ours).</summary>
    public static readonly TimeSpan NodeAddition = TimeSpan.FromSeconds(15);

    /// <summary>How long a validation test of one node takes (ours).</summary>
    public static readonly TimeSpan ValidationTest = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a virtual machine's guest is given to shut down (ours; the resource's ShutdownTimeout).
    /// </summary>
    public static readonly TimeSpan GuestShutdown = TimeSpan.FromMinutes(5);
}
