#!/usr/bin/env pwsh
#Requires -Version 7.6
<#
.SYNOPSIS
    Consolidates a thousand servers on clusters of PRIMERGY RX300 S5: measured, planned, moved by night, reported.
.DESCRIPTION
    Draws an inventory, plans clusters and LUNs for a week of its load, builds them, puts the servers into the lab, and
    makes each a highly available virtual machine in its night. Faults come on the way; what fails is done again.
    What is shown goes to the host; the output is one object that says what came of it. docs/consolidation.md has more.
.EXAMPLE
    ./labs/consolidation-1000.ps1 -ReportPath report.html
.EXAMPLE
    ./labs/consolidation-1000.ps1 -Count 60 -Seed 3
#>
[CmdletBinding()]
param(
    # How many servers.
    [ValidateRange(10, 2000)]
    [int] $Count = 1000,

    # What every random draw depends on: the same seed, the same nights.
    [long] $Seed = 7,

    # Where the report is written to; nowhere unless it is given.
    [string] $ReportPath
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../HyperVLab.psd1"

$quiet = @{ WarningAction = 'SilentlyContinue' }
$watch = [Diagnostics.Stopwatch]::StartNew()
$number = 0

function Write-Step([string] $Title) {
    $script:number++
    Write-Host ("`n[{0,5:n1} s] {1}. {2}" -f $watch.Elapsed.TotalSeconds, $script:number, $Title) -ForegroundColor Cyan
}

function Show-Table {
    $input | Format-Table -AutoSize | Out-String -Width 120 | ForEach-Object { Write-Host $_.Trim("`r", "`n") }
}

Write-Step 'The inventory, a week of its load, the plan and its nights'
$servers = Get-LabServerInventory -Count $Count -Seed $Seed
$plan = $servers | Find-LabConsolidationPlan
$waves = $plan | Find-LabConsolidationSchedule
$plan | Select-Object ServerCount, HostCount, LeastHostCount, Ratio, LunCount, LeastLunCount, RackCount | Show-Table
$hosts = $plan.Host.Name
$clusterOf = @{}
$plan.Host | ForEach-Object { $clusterOf[$_.Name] = $_.Cluster }
$hostOf = @{}
$plan.VM | ForEach-Object { $hostOf[$_.Name] = $_.HostName }

Write-Step 'Hosts, and Virtual Machine Manager with a library'
$lab = New-Lab -Name "Consolidation$Count" -Seed $Seed -Subnet 10.0.0.0 -PrefixLength 16
$model = @{
    ProcessorSocketCount = 2; CoresPerSocket = 4; ThreadsPerCore = 2; MemoryBytes = 72GB
    NetworkAdapterCount = 6; StoragePathCount = 2
}
$null = $hosts | ForEach-Object { Add-LabHost -Name $_ @model }
$null = Add-LabHost -Name VMM1 -MemoryBytes 8GB -LocalDiskSizeBytes 300GB
$null = $hosts | Install-LabOperatingSystem -Edition WindowsServer2008R2Datacenter -AsJob | Wait-LabJob
Install-LabOperatingSystem VMM1 -Edition WindowsServer2008R2Enterprise
Enable-LabRemoteManagement -ComputerName ($hosts + 'VMM1')
foreach ($name in $hosts + 'ADMIN1') {
    Enable-LabNetFirewallRule -ComputerName $name -DisplayGroup 'Remote Volume Management'
}
$null = Install-LabWindowsFeature Hyper-V, Failover-Clustering -ComputerName $hosts -AsJob @quiet | Wait-LabJob
$null = Install-LabPackage SDDDSM -ComputerName $hosts -AsJob @quiet | Wait-LabJob
$null = Join-LabDomain lab.local -ComputerName ($hosts + 'VMM1') -Restart -AsJob | Wait-LabJob
$null = New-LabVMSwitch VMs -ComputerName $hosts -NetAdapterName 'Local Area Connection 2' -AllowManagementOS $false
$null = Install-LabVMMServer VMM1
$null = Add-LabLibraryServer VMM1
$null = New-LabSmbShare Library C:\Library -ComputerName VMM1
$null = Add-LabLibraryShare \\VMM1\Library

Write-Step 'Clusters with their shared volumes'
$null = Add-LabStorageArray -Name ETERNUS -CapacityBytes (2100GB * ($plan.LunCount + 1))
$letters = [char[]] (70..90)
$folderOf = @{}
foreach ($cluster in $plan.Cluster.Name) {
    $nodes = ($plan.Host | Where-Object Cluster -EQ $cluster).Name
    $volumes = @(($plan.Lun | Where-Object Cluster -EQ $cluster).Name)
    # An even number of nodes takes a disk for its quorum.
    $luns = @($nodes.Count % 2 ? @() : "$cluster-Quorum") + $volumes
    $null = foreach ($lun in $luns) {
        New-LabLun -StorageArray ETERNUS -Name $lun -SizeBytes ($lun -like '*-Quorum' ? 1GB : 2000GB)
        Add-LabLunMapping -Lun $lun -ComputerName $nodes
    }
    Update-LabHostStorageCache -ComputerName $nodes
    $null = for ($disk = 1; $disk -le $luns.Count; $disk++) {
        $place = @{ ComputerName = $nodes[0]; DriveLetter = $letters[$disk - 1] }
        Set-LabDisk -ComputerName $nodes[0] -Number $disk -IsOffline $false
        Initialize-LabDisk -ComputerName $nodes[0] -Number $disk -PartitionStyle MBR
        New-LabPartition @place -DiskNumber $disk -UseMaximumSize
        Format-LabVolume @place -NewFileSystemLabel $luns[$disk - 1]
    }
    $null = New-LabCluster -Name $cluster -Node $nodes @quiet
    $null = Set-LabCluster -Name $cluster -EnableSharedVolumes Enabled @quiet
    $null = Get-LabClusterResource -Cluster $cluster |
        Where-Object { "$($_.OwnerGroup)" -eq 'Available Storage' } | Add-LabClusterSharedVolume
    $null = Add-LabVMHostCluster $cluster
    foreach ($index in 1..$volumes.Count) { $folderOf[$volumes[$index - 1]] = "C:\ClusterStorage\Volume$index" }
}

Write-Step 'The servers'
# The servers of a segment share one cable to the network of the hosts.
foreach ($segment in $servers | Group-Object Segment) {
    $name = "Segment$($segment.Name)"
    $ports = 1 + ($segment.Group | Measure-Object NetworkAdapterCount -Sum).Sum
    $uplink = @{ UplinkSwitchName = 'Management'; UplinkSpeedBitsPerSecond = 1000000000 }
    $null = Add-LabPhysicalSwitch $name -PortCount $ports @uplink
    $null = $segment.Group | Add-LabServer -PhysicalSwitchName $name
}
$null = $servers | Measure-LabServerLoad | Set-LabServer
$null = foreach ($server in $servers | Where-Object { $_.Disk.Count -gt 1 }) {
    Add-LabServerVolume $server.Name -DriveLetter D -DataSizeBytes $server.Disk[1].UsedBytes
}

# Day 0 of the schedule is the first day of the lab that is still to come.
$monday = [timespan]::FromDays([math]::Ceiling((Get-LabClock).Now.TotalDays))
$outcomes = [Collections.Generic.List[HyperVLab.Objects.ConversionOutcome]]::new()
$attempts = @{}
$running = [Collections.Generic.List[object]]::new()
$again = [Collections.Generic.List[object]]::new()
$restarts = 0
$moves = 0

function Add-Outcome($Entry, [timespan] $End, [string] $Message) {
    $name = $Entry.Conversion.Name
    $script:attempts[$name]++
    $script:outcomes.Add([HyperVLab.Objects.ConversionOutcome]@{
            Name = $name; Wave = $Entry.Wave; Attempt = $script:attempts[$name]
            StartTime = $Entry.Start - $monday; EndTime = $End - $monday; Error = $Message
        })
}

function Invoke-Conversion($Conversion, [int] $Wave) {
    $now = (Get-LabClock).Now
    $settings = @{
        SourceComputerName = $Conversion.Name
        VMHost             = $Conversion.HostName
        Path               = $folderOf[$Conversion.VM.Lun]
        MemoryMB           = $Conversion.VM.MemoryBytes / 1MB
        CPUCount           = $Conversion.VM.ProcessorCount
        VirtualNetwork     = 'VMs'
        Offline            = -not $Conversion.IsOnline
        Shutdown           = $true
        RunAsynchronously  = $true
        ErrorAction        = 'SilentlyContinue'
    }
    $job = $null
    $null = Convert-LabP2V @settings -JobVariable job -ErrorVariable refusal @quiet
    $entry = [pscustomobject]@{
        Conversion = $Conversion; Job = $job; Wave = $Wave; Start = $now; HasFailed = $false
    }
    if ($job) {
        $script:running.Add($entry)
    }
    else {
        Add-Outcome -Entry $entry -End $now -Message $refusal[0].Exception.Message
        $script:again.Add($Conversion)
    }
}

# A restart is refused, or fails at once, as long as what made the job fail is there: the next look tries it again.
function Resume-Conversion($Entry) {
    if (-not $Entry.HasFailed) {
        Add-Outcome -Entry $Entry -End $Entry.Job.EndTime -Message $Entry.Job.ErrorMessage
    }
    $null = Restart-LabJob $Entry.Job -RunAsynchronously -ErrorAction SilentlyContinue
    $Entry.HasFailed = $Entry.Job.State -eq 'Failed'
    $Entry.Start = (Get-LabClock).Now
    $script:restarts += [int] -not $Entry.HasFailed
}

# What has become a virtual machine is made highly available and starts; what has failed goes on where it was.
function Resolve-Conversion {
    foreach ($entry in $script:running.ToArray()) {
        $name = $entry.Conversion.Name
        $job = $entry.Job
        if ($job.State -eq 'Failed') {
            Resume-Conversion $entry
        }
        elseif ($job.State -eq 'Completed') {
            $cluster = $clusterOf[$entry.Conversion.HostName]
            Add-Outcome -Entry $entry -End $job.EndTime
            $null = Add-LabClusterVirtualMachineRole -VMName $name -Cluster $cluster
            $null = Start-LabClusterGroup $name -Cluster $cluster -Wait 0
            $null = $script:running.Remove($entry)
        }
    }
}

function Step-Night([timespan] $Until) {
    while (($now = (Get-LabClock).Now) -lt $Until) {
        $next = $now.Add('00:20')
        Step-LabClock -Until ($next -lt $Until ? $next : $Until)
        Resolve-Conversion
    }
}

# Windows PE knows nothing of the oldest servers' controllers and cards until the library has drivers for them.
function Add-Driver {
    $folder = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "consolidation-$PID")
    Set-Content "$folder/oldservers.inf" @'
[Version]
Signature = "$Windows NT$"
Class = SCSIAdapter
ClassGUID = {4d36e97b-e325-11ce-bfc1-08002be10318}
[Models]
%smart% = smart, PCI\VEN_0E11&DEV_AE10
%dac960% = dac960, PCI\VEN_1069&DEV_0050
%el90x% = el90x, PCI\VEN_10B7&DEV_9055
'@
    $null = Copy-LabFile "$folder/oldservers.inf" C:\Library\ -ToComputer VMM1
    Remove-Item $folder -Recurse
    $null = Get-LabLibraryShare | Read-LabLibraryShare
}

# After a failover, what runs elsewhere than planned goes back, live.
function Restore-Place {
    foreach ($vm in Get-LabVM | Where-Object { $_.State -eq 'Running' -and $_.ComputerName -ne $hostOf[$_.Name] }) {
        $node = $hostOf[$vm.Name]
        $null = Move-LabClusterVirtualMachineRole $vm.Name -Cluster $clusterOf[$node] -Node $node -MigrationType Live
        $script:moves++
    }
}

# A server's link, the agent of a host, a host with all that runs on it, and Virtual Machine Manager itself.
function Add-NightFault($Wave) {
    $first = $Wave.Conversion[0]
    $fullest = Get-LabVM | Group-Object ComputerName -NoElement | Sort-Object Count -Descending | Select-Object -First 1
    $when = @{ At = $monday + $Wave.StartTime.Add('00:10') }
    switch ($Wave.Number) {
        2 { Add-LabFault SwitchPortDown $first.Name -NetAdapterName 'Local Area Connection' -Duration 2700 @when }
        3 { Add-LabFault AgentUnreachable $first.HostName -Duration 1800 @when }
        4 { Add-LabFault HostPowerLoss $fullest.Name -Duration 900 @when }
        6 { Add-LabFault HostRestart VMM1 @when }
    }
}

Write-Step 'Night after night, with faults on the way'
foreach ($wave in $waves) {
    $conversions = $again.ToArray() + $wave.Conversion
    $again.Clear()
    if ($wave.Number -eq 2) { Add-Driver }
    $faults = @(Add-NightFault $wave)
    foreach ($conversion in $conversions) {
        $start = $conversion.StartTime -lt $wave.StartTime ? $wave.StartTime : $conversion.StartTime
        Step-Night ($monday + $start)
        Invoke-Conversion $conversion $wave.Number
    }
    Step-Night ($monday + $wave.EndTime)
    if ($faults) { Restore-Place }
    $failed = @($outcomes | Where-Object { $_.Wave -eq $wave.Number -and -not $_.IsCompleted })
    Write-Host ('[{0,5:n1} s] night {1,2}: {2,3} servers, {3,2} attempts failed' -f
        $watch.Elapsed.TotalSeconds, $wave.Number, $conversions.Count, $failed.Count)
}

Write-Step 'What came of it'
$vms = @(Get-LabVM)
$misplaced = @($vms | Where-Object { $_.ComputerName -ne $hostOf[$_.Name] })
if ($ReportPath) {
    $title = "$Count servers on $($plan.HostCount) hosts"
    $report = Export-LabConsolidationReport $ReportPath $plan $waves $outcomes.ToArray() -Title $title
    Write-Host "report: $($report.FullName)"
}
[pscustomobject]@{
    Seed           = $Seed
    Servers        = $Count
    Hosts          = $plan.HostCount
    LeastHosts     = $plan.LeastHostCount
    Running        = @($vms | Where-Object State -EQ Running).Count
    Misplaced      = $misplaced.Count
    Nights         = $waves.Count
    FailedAttempts = @($outcomes | Where-Object IsCompleted -EQ $false).Count
    RestartedJobs  = $restarts
    MovedBack      = $moves
    VirtualElapsed = (Get-LabClock).Now
    Seconds        = [math]::Round($watch.Elapsed.TotalSeconds, 1)
    JournalHash    = (Get-Lab $lab.Name).JournalHash
}
