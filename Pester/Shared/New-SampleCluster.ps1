<#
.SYNOPSIS
    Makes a lab with a cluster C1 of NODE1, NODE2, ..., with a 1 GB disk and a shared volume of 100 GB.
.DESCRIPTION
    Every node has one adapter for the cluster, one for the switch VMs, and one path to both LUNs.
#>
[CmdletBinding()]
param(
    # How many nodes.
    [int] $Count = 2,

    # What they run.
    [string] $Edition = 'HyperVServer2012R2',

    # Virtual machines of 1 GB on NODE1 that are highly available and run.
    [string[]] $VMName = @()
)

New-Lab | Out-Null
Add-LabStorageArray -Name SAN -ControllerCount 1 | Out-Null
New-LabLun -StorageArray SAN -Name Witness -SizeBytes 1GB | Out-Null
New-LabLun -StorageArray SAN -Name Data -SizeBytes 100GB | Out-Null
Enable-LabNetFirewallRule -ComputerName ADMIN1 -DisplayGroup 'Remote Volume Management'
$nodes = 1..$Count | ForEach-Object { "NODE$_" }
foreach ($node in $nodes) {
    Add-LabHost -Name $node -MemoryBytes 16GB -NetworkAdapterCount 2 -StoragePathCount 1 | Out-Null
    Install-LabOperatingSystem -ComputerName $node -Edition $Edition | Out-Null
    New-LabNetIPAddress -ComputerName $node -InterfaceAlias 'Local Area Connection' `
        -IPAddress "192.168.10.$(20 + $nodes.IndexOf($node) + 1)" | Out-Null
    Set-LabDnsClientServerAddress -ComputerName $node -InterfaceAlias 'Local Area Connection' `
        -ServerAddresses 192.168.10.10
    Enable-LabRemoteManagement -ComputerName $node
    Enable-LabNetFirewallRule -ComputerName $node -DisplayGroup 'Remote Volume Management'
    Join-LabDomain -ComputerName $node -DomainName lab.local -Restart
    Install-LabWindowsFeature -ComputerName $node -Name Failover-Clustering | Out-Null
    New-LabVMSwitch -Name VMs -ComputerName $node -NetAdapterName 'Local Area Connection 2' -AllowManagementOS $false |
        Out-Null
    Add-LabLunMapping -Lun Witness -ComputerName $node | Out-Null
    Add-LabLunMapping -Lun Data -ComputerName $node | Out-Null
    Restart-LabHost -ComputerName $node
}

foreach ($disk in Get-LabDisk -ComputerName NODE1 | Where-Object Number -GT 0) {
    Set-LabDisk -ComputerName NODE1 -Number $disk.Number -IsOffline $false
    Initialize-LabDisk -ComputerName NODE1 -Number $disk.Number -PartitionStyle MBR
    $letter = if ($disk.Size -eq 1GB) { 'Q' } else { 'X' }
    New-LabPartition -ComputerName NODE1 -DiskNumber $disk.Number -UseMaximumSize -DriveLetter $letter | Out-Null
    Format-LabVolume -ComputerName NODE1 -DriveLetter $letter -FileSystem NTFS | Out-Null
}

New-LabCluster -Name C1 -Node $nodes -StaticAddress 192.168.10.30 -WarningAction SilentlyContinue | Out-Null
Set-LabCluster C1 -EnableSharedVolumes Enabled/NoticeRead | Out-Null
$data = Get-LabClusterResource | Where-Object {
    "$($_.ResourceType)" -eq 'Physical Disk' -and "$($_.OwnerGroup)" -eq 'Available Storage'
}
Add-LabClusterSharedVolume -Name $data[-1].Name | Out-Null
foreach ($name in $VMName) {
    New-LabVM -Name $name -ComputerName NODE1 -MemoryStartupBytes 1GB -SwitchName VMs -NoVHD `
        -Path C:\ClusterStorage\Volume1 | Out-Null
    Add-LabClusterVirtualMachineRole -VMName $name | Out-Null
    Start-LabClusterGroup $name | Out-Null
}
