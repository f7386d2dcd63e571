function New-LabTestCluster {
    <#
    .SYNOPSIS
        Makes a lab with a cluster that runs virtual machines: hosts, storage, a witness, a shared volume, guests.
    .DESCRIPTION
        Nodes are NODE1, NODE2, ... with two adapters and two paths to the storage array SAN, which has the LUN Witness,
        and Data with the shared volume C:\ClusterStorage\Volume1. The machines are highly available, spread over the
        nodes in turn, and their guests have booted and answer pings when the function returns.
    .EXAMPLE
        New-LabTestCluster -VMName web01, db01
        Makes a cluster of two nodes: web01 runs on NODE1, db01 on NODE2.
    .OUTPUTS
        HyperVLab.Objects.Cluster
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('HyperVLab.Objects.Cluster')]
    param(
        # The virtual machines to make.
        [Parameter(Position = 0)]
        [string[]] $VMName = @(),

        # How many nodes, from 1 to 16.
        [ValidateRange(1, 16)]
        [int] $NodeCount = 2,

        # What the nodes run; Get-LabEdition lists what there is.
        [string] $Edition = 'HyperVServer2012R2',

        # The cluster's name.
        [string] $Name = 'C1',

        # The lab's name in this process.
        [string] $LabName = 'Lab',

        # What every random draw of the lab depends on: the same seed, the same run.
        [long] $Seed = 1,

        # The memory of each node.
        [long] $NodeMemoryBytes = 16GB,

        # The memory of each virtual machine.
        [long] $VMMemoryBytes = 2GB,

        # The size of the shared volume.
        [long] $VolumeSizeBytes = 200GB,

        # The size that the virtual machines' growing disks may have.
        [long] $VHDSizeBytes = 20GB
    )

    if (-not $PSCmdlet.ShouldProcess($LabName, 'Make a lab with a cluster')) {
        return
    }

    $ErrorActionPreference = 'Stop'
    New-Lab -Name $LabName -Seed $Seed | Out-Null
    Enable-LabNetFirewallRule -ComputerName ADMIN1 -DisplayGroup 'Remote Volume Management'
    Add-LabStorageArray -Name SAN -ControllerCount 2 | Out-Null
    New-LabLun -StorageArray SAN -Name Witness -SizeBytes 1GB | Out-Null
    New-LabLun -StorageArray SAN -Name Data -SizeBytes $VolumeSizeBytes | Out-Null
    $nodes = @(1..$NodeCount | ForEach-Object { "NODE$_" })
    Initialize-TestNode -Nodes $nodes -Edition $Edition -MemoryBytes $NodeMemoryBytes
    Initialize-TestDisk $nodes[0]

    New-LabCluster -Name $Name -Node $nodes -StaticAddress 192.168.10.40 -WarningAction Ignore | Out-Null
    Set-LabCluster $Name -EnableSharedVolumes Enabled/NoticeRead | Out-Null
    # An even number of nodes has taken the smaller disk for its witness; an odd number leaves it available.
    $data = Get-LabClusterGroup 'Available Storage' | Get-LabClusterResource | Select-Object -Last 1
    Add-LabClusterSharedVolume -Name $data.Name | Out-Null
    for ($index = 0; $index -lt $VMName.Count; $index++) {
        $guest = @{
            Name        = $VMName[$index]
            Node        = $nodes[$index % $NodeCount]
            Address     = "192.168.10.$(41 + $index)"
            MemoryBytes = $VMMemoryBytes
            DiskBytes   = $VHDSizeBytes
        }
        Add-TestGuest @guest
    }

    if ($VMName) {
        Step-LabClock -Seconds 120
    }

    Get-LabCluster $Name
}

function Initialize-TestNode([string[]] $Nodes, [string] $Edition, [long] $MemoryBytes) {
    foreach ($node in $Nodes) {
        Add-LabHost -Name $node -MemoryBytes $MemoryBytes -NetworkAdapterCount 2 -StoragePathCount 2 | Out-Null
    }

    $Nodes | ForEach-Object { Install-LabOperatingSystem -ComputerName $_ -Edition $Edition -AsJob } |
        Wait-LabJob | Out-Null
    foreach ($node in $Nodes) {
        New-LabNetIPAddress -ComputerName $node -InterfaceAlias 'Local Area Connection' `
            -IPAddress "192.168.10.$(21 + $Nodes.IndexOf($node))" | Out-Null
        Set-LabDnsClientServerAddress -ComputerName $node -InterfaceAlias 'Local Area Connection' `
            -ServerAddresses 192.168.10.10
        Enable-LabRemoteManagement -ComputerName $node
        Enable-LabNetFirewallRule -ComputerName $node -DisplayGroup 'Remote Volume Management'
        Install-LabWindowsFeature -ComputerName $node -Name Failover-Clustering | Out-Null
        Add-LabLunMapping -Lun Witness -ComputerName $node | Out-Null
        Add-LabLunMapping -Lun Data -ComputerName $node | Out-Null
        # A device specific module brings multipath I/O along; both begin with the restart.
        Install-LabPackage -ComputerName $node -Name SDDDSM -WarningAction Ignore | Out-Null
        Join-LabDomain -ComputerName $node -DomainName lab.local -Restart
        New-LabVMSwitch -Name VMs -ComputerName $node -NetAdapterName 'Local Area Connection 2' `
            -AllowManagementOS $false | Out-Null
    }
}

function Initialize-TestDisk([string] $Node) {
    foreach ($disk in Get-LabDisk -ComputerName $Node | Where-Object Number -GT 0) {
        $letter = $disk.Size -eq 1GB ? 'Q' : 'X'
        Set-LabDisk -ComputerName $Node -Number $disk.Number -IsOffline $false
        Initialize-LabDisk -ComputerName $Node -Number $disk.Number -PartitionStyle GPT
        New-LabPartition -ComputerName $Node -DiskNumber $disk.Number -UseMaximumSize -DriveLetter $letter | Out-Null
        Format-LabVolume -ComputerName $Node -DriveLetter $letter -FileSystem NTFS | Out-Null
    }
}

function Add-TestGuest([string] $Name, [string] $Node, [string] $Address, [long] $MemoryBytes, [long] $DiskBytes) {
    New-LabVM -Name $Name -ComputerName $Node -MemoryStartupBytes $MemoryBytes -Path C:\ClusterStorage\Volume1 `
        -NewVHDPath "C:\ClusterStorage\Volume1\$Name\$Name.vhd" -NewVHDSizeBytes $DiskBytes -SwitchName VMs | Out-Null
    Install-LabGuestOS -VMName $Name -OperatingSystem 'Windows Server 2008 R2' -IPAddress $Address | Out-Null
    Add-LabClusterVirtualMachineRole -VMName $Name | Out-Null
    Start-LabClusterGroup $Name | Out-Null
}
