BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'HV1', 'HV2') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition HyperVServer2008R2
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
        New-LabVMSwitch VMs -NetAdapterName 'Local Area Connection 2' -ComputerName $name -AllowManagementOS $false |
            Out-Null
    }
    Add-LabHost HV12 | Install-LabOperatingSystem -Edition HyperVServer2012
    Enable-LabRemoteManagement HV12
    Join-LabDomain lab.local -ComputerName HV12 -Restart
    New-LabVMSwitch VMs -NetAdapterName 'Local Area Connection 2' -ComputerName HV12 | Out-Null
    New-LabVM web01 -ComputerName HV1 -SwitchName VMs -NoVHD | Out-Null
    New-LabVM web12 -ComputerName HV12 -SwitchName VMs -NoVHD | Out-Null
    $script:command = 'HyperVLab.Commands'
    $script:lan = (Get-LabPhysicalSwitch)[0].Name
}

AfterAll { Remove-Lab Lab }

Describe 'Set-LabVMNetworkAdapterVlan' {
    It 'takes each mode that R2 knows' {
        (Set-LabVMNetworkAdapterVlan web01 -Access -VlanId 7 -Passthru).AccessVlanId | Should -Be 7
        $trunk = Set-LabVMNetworkAdapterVlan web01 -Trunk -AllowedVlanIdList '10, 20-22' -NativeVlanId 10 -Passthru
        $trunk.OperationMode | Should -Be 'Trunk'
        $trunk.NativeVlanId | Should -Be 10
        $trunk.AllowedVlanIdList | Should -Be 10, 20, 21, 22
        $trunk.AllowedVlanIdListString | Should -Be '10,20-22'
        (Set-LabVMNetworkAdapterVlan web01 -Untagged -Passthru).OperationMode | Should -Be 'Untagged'
    }

    It 'refuses a private VLAN on R2 and names the release that brought it' {
        { Set-LabVMNetworkAdapterVlan web01 -Isolated -PrimaryVlanId 10 -SecondaryVlanId 11 -ErrorAction Stop } |
            Should -Throw '*private VLAN came with Windows Server 2012; HV1 runs *2008 R2*'
    }

    It 'takes private VLANs from 2012 on' {
        $set = Set-LabVMNetworkAdapterVlan web12 -Promiscuous -PrimaryVlanId 10 -SecondaryVlanIdList '11,12' -Passthru
        $set.OperationMode | Should -Be 'Private'
        $set.PrivateVlanMode | Should -Be 'Promiscuous'
        $set.SecondaryVlanIdList | Should -Be 11, 12
        (Get-LabVMNetworkAdapterVlan web12).PrimaryVlanId | Should -Be 10
        Set-LabVMNetworkAdapterVlan web12 -Untagged
    }

    It 'refuses <Keys>' -ForEach @(
        @{ Access = $true }
        @{ Access = $true; VlanId = 4095 }
        @{ Trunk = $true }
        @{ Trunk = $true; AllowedVlanIdList = 'x' }
        @{ Untagged = $true; Access = $true; VlanId = 1 }
    ) {
        $vlan = $_
        { Set-LabVMNetworkAdapterVlan web01 @vlan -ErrorAction Stop } |
            Should -Throw -ErrorId "InvalidParameter,$command.Compute.SetLabVMNetworkAdapterVlanCommand"
    }
}

Describe 'Set-LabVMNetworkAdapter' {
    It 'sets what the port allows, and shows it' {
        Set-LabVMNetworkAdapter web12 -MacAddressSpoofing On -DhcpGuard On -RouterGuard On -PortMirroring Source `
            -MaximumBandwidth 100000000 -MinimumBandwidthWeight 10 -VmqWeight 0
        $adapter = Get-LabVMNetworkAdapter web12
        $adapter.MacAddressSpoofing, $adapter.DhcpGuard, $adapter.RouterGuard | Should -Be 'On', 'On', 'On'
        $adapter.PortMirroringMode | Should -Be 'Source'
        $adapter.BandwidthSetting.MaximumBandwidth | Should -Be 100000000
        $adapter.VmqWeight | Should -Be 0
    }

    It 'refuses DHCP guard on R2, and takes spoofing there' {
        Set-LabVMNetworkAdapter web01 -MacAddressSpoofing On
        (Get-LabVMNetworkAdapter web01).MacAddressSpoofing | Should -Be 'On'
        { Set-LabVMNetworkAdapter web01 -DhcpGuard On -ErrorAction Stop } | Should -Throw '*Windows Server 2012*'
    }
}

Describe 'The management operating system''s adapters' {
    It 'are one on a switch of R2' {
        { Add-LabVMNetworkAdapter -ManagementOS -SwitchName VMs -ComputerName HV1 -ErrorAction Stop } |
            Should -Throw '*Windows Server 2012*'
    }

    It 'are several from 2012 on, each with a VLAN of its own' {
        $made = Add-LabVMNetworkAdapter -ManagementOS -Name Migration -SwitchName VMs -ComputerName HV12 -Passthru
        $made.Name | Should -Be 'Migration'
        $made.IsManagementOs | Should -BeTrue
        (Get-LabVMNetworkAdapter -ManagementOS -ComputerName HV12).Name | Should -Be 'VMs', 'Migration'
        (Get-LabNetAdapter 'vEthernet (Migration)' -ComputerName HV12).Status | Should -Be 'Up'
        $made | Set-LabVMNetworkAdapterVlan -Access -VlanId 30
        (Get-LabVMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName Migration).AccessVlanId | Should -Be 30
        Set-LabVMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName Migration -Untagged
    }

    It 'are renamed and removed' {
        Rename-LabVMNetworkAdapter -ManagementOS -Name Migration -NewName Cluster
        Get-LabVMNetworkAdapter -ManagementOS -Name Cluster | Should -HaveCount 1
        Remove-LabVMNetworkAdapter -ManagementOS -Name Cluster
        (Get-LabVMNetworkAdapter -ManagementOS -ComputerName HV12).Name | Should -Be 'VMs'
        { Get-LabVMNetworkAdapter -ManagementOS -Name Cluster -ErrorAction Stop } | Should -Throw
    }
}

Describe 'Rename-LabVMNetworkAdapter' {
    It 'names the adapter of a machine' {
        Rename-LabVMNetworkAdapter web01 'Network Adapter' Front
        (Get-LabVMNetworkAdapter web01).Name | Should -Be 'Front'
    }
}

Describe 'Set-LabPhysicalSwitchPort' {
    It 'cuts off what its VLANs leave out, and lets it through again' {
        Test-LabConnection HV12 -Quiet -Count 1 | Should -BeTrue
        Set-LabVMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName VMs -ComputerName HV12 -Access -VlanId 50
        $port = @{ SwitchName = $lan; ComputerName = 'HV12'; NetAdapterName = 'Local Area Connection 2' }
        Set-LabPhysicalSwitchPort @port -Trunk -AllowedVlanIdList 10-49
        $shown = Get-LabPhysicalSwitchPort $lan | Where-Object Port -EQ 'HV12: Local Area Connection 2'
        $shown.Mode | Should -Be 'Trunk'
        $shown.VlanList | Should -Be '0,10-49'
    }

    It 'refuses a port that is not there' {
        Add-LabPhysicalSwitch Other | Out-Null
        { Set-LabPhysicalSwitchPort $lan -NeighborSwitchName Other -Untagged -ErrorAction Stop } |
            Should -Throw -ErrorId "InvalidParameter,$command.Networking.SetLabPhysicalSwitchPortCommand"
    }
}

Describe 'Get-LabVMSwitchMacTable' {
    It 'shows the addresses of ports' {
        Start-LabVM web12
        $own = Get-LabVMSwitchMacTable VMs -ComputerName HV12 | Where-Object Port -Like 'web12*'
        $own.MacAddress | Should -Be (Get-LabVMNetworkAdapter web12).MacAddress
        $own.Kind | Should -Be 'Static'
        Get-LabVMSwitch VMs -ComputerName HV12 | Get-LabVMSwitchMacTable | Should -HaveCount 2
    }
}
